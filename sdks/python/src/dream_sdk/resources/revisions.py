# Written by dream generate sdk; do not edit.
"""``client.revisions``"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types._shared import Changeset, RevisionSummary
from ..types.revisions import (
    Revision,
    RevisionsCreateResult,
    RevisionsRollbackResult,
    RevisionSummaryPage,
)

if TYPE_CHECKING:
    from ..params._shared import ChangesetParam, DesiredStateParam

_REVISIONS_COMPARE = Operation("revisions.compare", "GET", "/v1/revisions/{from}/changes/{to}")
_REVISIONS_CREATE = Operation("revisions.create", "POST", "/v1/revisions", is_mutation=True)
_REVISIONS_GET = Operation("revisions.get", "GET", "/v1/revisions/{number}")
_REVISIONS_LIST = Operation("revisions.list", "GET", "/v1/revisions")
_REVISIONS_ROLLBACK = Operation(
    "revisions.rollback",
    "POST",
    "/v1/revisions/{number}/rollback",
    is_mutation=True,
)


class RevisionsResource(ResourceBase):
    """Computes changesets, applies them, rolls back, and tells what was applied and how all of
    it is doing.
    """

    def compare(self, from_: int, to: int, *, options: CallOptions | None = None) -> Changeset:
        """Compare two revisions.

        Args:
            from_: Number of a revision; 0 is the empty environment.
            to: Number of a revision; 0 is the empty environment.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``revisions/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _REVISIONS_COMPARE,
            Changeset,
            path={"from": from_, "to": to},
            options=options,
        )

    def create(
        self,
        *,
        author: str,
        desired: DesiredStateParam | None = None,
        changeset: ChangesetParam | Changeset | None = None,
        expect: str | None = None,
        approve: str | None = None,
        allow: Mapping[str, int] | None = None,
        adopt: bool | None = None,
        dry_run: bool | None = None,
        commit: str | None = None,
        message: str | None = None,
        options: CallOptions | None = None,
    ) -> RevisionsCreateResult:
        """Apply the desired state, or a changeset computed earlier.

        All or nothing, in one transaction. `dryRun` does everything and takes it back.

        Args:
            expect: A fingerprint, of 64 hexadecimal digits.
            approve: A fingerprint, or its first 8 hexadecimal digits or more.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _REVISIONS_CREATE,
            RevisionsCreateResult,
            body=body_of(
                {
                    "desired": desired,
                    "changeset": changeset,
                    "expect": expect,
                    "approve": approve,
                    "allow": allow,
                    "adopt": adopt,
                    "dryRun": dry_run,
                    "author": author,
                    "commit": commit,
                    "message": message,
                },
            ),
            options=options,
        )

    def get(self, number: int, *, options: CallOptions | None = None) -> Revision:
        """Get a revision with its changeset.

        Args:
            number: Number of the revision, from 1.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``revisions/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(_REVISIONS_GET, Revision, path={"number": number}, options=options)

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[RevisionSummaryPage, RevisionSummary]:
        """List revisions, newest first.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _REVISIONS_LIST,
            RevisionSummaryPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def rollback(
        self,
        number: int,
        *,
        author: str,
        approve: str | None = None,
        allow: Mapping[str, int] | None = None,
        expect: str | None = None,
        adopt: bool | None = None,
        dry_run: bool | None = None,
        message: str | None = None,
        options: CallOptions | None = None,
    ) -> RevisionsRollbackResult:
        """Apply, as a new revision, the state of an earlier one.

        Args:
            number: Number of the revision, from 1.
            approve: A fingerprint, or its first 8 hexadecimal digits or more.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            expect: A fingerprint, of 64 hexadecimal digits.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``revisions/not-found``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _REVISIONS_ROLLBACK,
            RevisionsRollbackResult,
            path={"number": number},
            body=body_of(
                {
                    "approve": approve,
                    "allow": allow,
                    "expect": expect,
                    "adopt": adopt,
                    "dryRun": dry_run,
                    "author": author,
                    "message": message,
                },
            ),
            options=options,
        )


class AsyncRevisionsResource(AsyncResourceBase):
    """Computes changesets, applies them, rolls back, and tells what was applied and how all of
    it is doing.
    """

    async def compare(
        self,
        from_: int,
        to: int,
        *,
        options: CallOptions | None = None,
    ) -> Changeset:
        """Compare two revisions.

        Args:
            from_: Number of a revision; 0 is the empty environment.
            to: Number of a revision; 0 is the empty environment.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``revisions/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _REVISIONS_COMPARE,
            Changeset,
            path={"from": from_, "to": to},
            options=options,
        )

    async def create(
        self,
        *,
        author: str,
        desired: DesiredStateParam | None = None,
        changeset: ChangesetParam | Changeset | None = None,
        expect: str | None = None,
        approve: str | None = None,
        allow: Mapping[str, int] | None = None,
        adopt: bool | None = None,
        dry_run: bool | None = None,
        commit: str | None = None,
        message: str | None = None,
        options: CallOptions | None = None,
    ) -> RevisionsCreateResult:
        """Apply the desired state, or a changeset computed earlier.

        All or nothing, in one transaction. `dryRun` does everything and takes it back.

        Args:
            expect: A fingerprint, of 64 hexadecimal digits.
            approve: A fingerprint, or its first 8 hexadecimal digits or more.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _REVISIONS_CREATE,
            RevisionsCreateResult,
            body=body_of(
                {
                    "desired": desired,
                    "changeset": changeset,
                    "expect": expect,
                    "approve": approve,
                    "allow": allow,
                    "adopt": adopt,
                    "dryRun": dry_run,
                    "author": author,
                    "commit": commit,
                    "message": message,
                },
            ),
            options=options,
        )

    async def get(self, number: int, *, options: CallOptions | None = None) -> Revision:
        """Get a revision with its changeset.

        Args:
            number: Number of the revision, from 1.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``revisions/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(_REVISIONS_GET, Revision, path={"number": number}, options=options)

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[RevisionSummaryPage, RevisionSummary]:
        """List revisions, newest first.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _REVISIONS_LIST,
            RevisionSummaryPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    async def rollback(
        self,
        number: int,
        *,
        author: str,
        approve: str | None = None,
        allow: Mapping[str, int] | None = None,
        expect: str | None = None,
        adopt: bool | None = None,
        dry_run: bool | None = None,
        message: str | None = None,
        options: CallOptions | None = None,
    ) -> RevisionsRollbackResult:
        """Apply, as a new revision, the state of an earlier one.

        Args:
            number: Number of the revision, from 1.
            approve: A fingerprint, or its first 8 hexadecimal digits or more.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            expect: A fingerprint, of 64 hexadecimal digits.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``revisions/not-found``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _REVISIONS_ROLLBACK,
            RevisionsRollbackResult,
            path={"number": number},
            body=body_of(
                {
                    "approve": approve,
                    "allow": allow,
                    "expect": expect,
                    "adopt": adopt,
                    "dryRun": dry_run,
                    "author": author,
                    "message": message,
                },
            ),
            options=options,
        )
