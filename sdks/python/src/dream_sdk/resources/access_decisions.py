# Written by dream generate sdk; do not edit.
"""``client.access.decisions``"""

from __future__ import annotations

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.access import LoggedDecision, LoggedDecisionPart

_ACCESS_DECISIONS_LIST = Operation(
    "access.decisions.list",
    "GET",
    "/v1/access/decisions",
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
