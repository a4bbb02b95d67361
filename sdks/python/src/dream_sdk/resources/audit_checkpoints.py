# Written by dream generate sdk; do not edit.
"""``client.audit.checkpoints``"""

from __future__ import annotations

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.audit import Checkpoint, CheckpointPart

_AUDIT_CHECKPOINTS_LIST = Operation(
    "audit.checkpoints.list",
    "GET",
    "/v1/audit/checkpoints",
    is_about_tenant=True,
)


class AuditCheckpointsResource(ResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    def list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[CheckpointPart, Checkpoint]:
        """List the signed checkpoints of an audit chain.

        What was signed of the chain of the tenant of `X-Tenant-ID`, or of that of the
        environment itself; the newest first. Whoever keeps one elsewhere can show later that
        the chain was neither made anew nor cut off before it.

        Args:
            cursor: `nextCursor` of the part before; absent for the first.
            limit: Entries in the answer. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _AUDIT_CHECKPOINTS_LIST,
            CheckpointPart,
            query={"cursor": cursor, "limit": limit},
            options=options,
        )


class AsyncAuditCheckpointsResource(AsyncResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    def list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[CheckpointPart, Checkpoint]:
        """List the signed checkpoints of an audit chain.

        What was signed of the chain of the tenant of `X-Tenant-ID`, or of that of the
        environment itself; the newest first. Whoever keeps one elsewhere can show later that
        the chain was neither made anew nor cut off before it.

        Args:
            cursor: `nextCursor` of the part before; absent for the first.
            limit: Entries in the answer. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _AUDIT_CHECKPOINTS_LIST,
            CheckpointPart,
            query={"cursor": cursor, "limit": limit},
            options=options,
        )
