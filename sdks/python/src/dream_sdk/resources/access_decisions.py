# Written by dream generate sdk; do not edit.
"""``client.access.decisions``"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.access import AccessDecisionsReportResult, LoggedDecision, LoggedDecisionPart

if TYPE_CHECKING:
    from ..params.access import ReportedDecisionParam

_ACCESS_DECISIONS_LIST = Operation(
    "access.decisions.list",
    "GET",
    "/v1/access/decisions",
    is_about_tenant=True,
)
_ACCESS_DECISIONS_REPORT = Operation(
    "access.decisions.report",
    "POST",
    "/v1/access/decisions",
    is_mutation=True,
    is_about_tenant=True,
)


class AccessDecisionsResource(ResourceBase):
    """Asks whether somebody may do something, who may, and what somebody can do, and why."""

    def list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        tenant: str | None = None,
        subject: str | None = None,
        action: str | None = None,
        allowed: bool | None = None,
        options: CallOptions | None = None,
    ) -> Paged[LoggedDecisionPart, LoggedDecision]:
        """List decisions, newest first.

        Of every check: who, what, the answer, what it rests on, and the request that asked.
        Also those that applications have reported.

        Args:
            cursor: `nextCursor` of the part before; absent for the first.
            limit: Entries in the answer. Default: ``50``.
            tenant: Decisions about this tenant only.
            subject: Id of the user or service account.
            allowed: Decisions for, or those against.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``access/tenant-mismatch``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _ACCESS_DECISIONS_LIST,
            LoggedDecisionPart,
            query={
                "cursor": cursor,
                "limit": limit,
                "tenant": tenant,
                "subject": subject,
                "action": action,
                "allowed": allowed,
            },
            options=options,
        )

    def report(
        self,
        *,
        decisions: Sequence[ReportedDecisionParam],
        options: CallOptions | None = None,
    ) -> AccessDecisionsReportResult:
        """Report up to 1,000 decisions that an application took.

        Answered when they are in the decision log, where they stand as reported: the word of
        whoever has the key. Those of tenants that there are not, or that the request is not
        about, are left out, and the others logged. The record has one entry for the request.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``access/tenant-missing``, ``tenants/not-found``, or
                one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _ACCESS_DECISIONS_REPORT,
            AccessDecisionsReportResult,
            body=body_of({"decisions": decisions}),
            options=options,
        )


class AsyncAccessDecisionsResource(AsyncResourceBase):
    """Asks whether somebody may do something, who may, and what somebody can do, and why."""

    def list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        tenant: str | None = None,
        subject: str | None = None,
        action: str | None = None,
        allowed: bool | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[LoggedDecisionPart, LoggedDecision]:
        """List decisions, newest first.

        Of every check: who, what, the answer, what it rests on, and the request that asked.
        Also those that applications have reported.

        Args:
            cursor: `nextCursor` of the part before; absent for the first.
            limit: Entries in the answer. Default: ``50``.
            tenant: Decisions about this tenant only.
            subject: Id of the user or service account.
            allowed: Decisions for, or those against.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``access/tenant-mismatch``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _ACCESS_DECISIONS_LIST,
            LoggedDecisionPart,
            query={
                "cursor": cursor,
                "limit": limit,
                "tenant": tenant,
                "subject": subject,
                "action": action,
                "allowed": allowed,
            },
            options=options,
        )

    async def report(
        self,
        *,
        decisions: Sequence[ReportedDecisionParam],
        options: CallOptions | None = None,
    ) -> AccessDecisionsReportResult:
        """Report up to 1,000 decisions that an application took.

        Answered when they are in the decision log, where they stand as reported: the word of
        whoever has the key. Those of tenants that there are not, or that the request is not
        about, are left out, and the others logged. The record has one entry for the request.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``access/tenant-missing``, ``tenants/not-found``, or
                one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _ACCESS_DECISIONS_REPORT,
            AccessDecisionsReportResult,
            body=body_of({"decisions": decisions}),
            options=options,
        )
