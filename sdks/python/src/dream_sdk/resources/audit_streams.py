# Written by dream generate sdk; do not edit.
"""``client.audit.streams``"""

from __future__ import annotations

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.omit import OMIT, Omit
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.audit import AuditStream, AuditStreamPage, AuditStreamWithChains

_AUDIT_STREAMS_GET = Operation("audit.streams.get", "GET", "/v1/audit/streams/{stream}")
_AUDIT_STREAMS_LIST = Operation("audit.streams.list", "GET", "/v1/audit/streams")
_AUDIT_STREAMS_REPLAY = Operation(
    "audit.streams.replay",
    "POST",
    "/v1/audit/streams/{stream}/replay",
    is_mutation=True,
)


class AuditStreamsResource(ResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    def get(self, stream: str, *, options: CallOptions | None = None) -> AuditStreamWithChains:
        """Get how a stream of audit entries is doing, chain by chain.

        Args:
            stream: Key of the AuditStream.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/unknown-stream``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _AUDIT_STREAMS_GET,
            AuditStreamWithChains,
            path={"stream": stream},
            options=options,
        )

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[AuditStreamPage, AuditStream]:
        """List streams of audit entries by key, and how they are doing.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _AUDIT_STREAMS_LIST,
            AuditStreamPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def replay(
        self,
        stream: str,
        *,
        from_: int | None = None,
        tenant: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AuditStreamWithChains:
        """Send audit entries once more, or try at once.

        Goes back to an entry and sends everything from there on, as far as it is still kept.
        Without `from` it goes on where it stands, and does not wait for the next try.

        Args:
            stream: Key of the AuditStream.
            from_: Sequence of the first entry to be sent again.
            tenant: In the chain of this tenant only; null: in that of the environment itself.
                Absent: in all.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/unknown-stream``, ``audit/unknown-tenant``,
                ``audit/unreadable-place``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _AUDIT_STREAMS_REPLAY,
            AuditStreamWithChains,
            path={"stream": stream},
            body=body_of({"from": from_, "tenant": tenant}, null=("tenant",)),
            options=options,
        )


class AsyncAuditStreamsResource(AsyncResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    async def get(
        self,
        stream: str,
        *,
        options: CallOptions | None = None,
    ) -> AuditStreamWithChains:
        """Get how a stream of audit entries is doing, chain by chain.

        Args:
            stream: Key of the AuditStream.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/unknown-stream``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _AUDIT_STREAMS_GET,
            AuditStreamWithChains,
            path={"stream": stream},
            options=options,
        )

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[AuditStreamPage, AuditStream]:
        """List streams of audit entries by key, and how they are doing.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _AUDIT_STREAMS_LIST,
            AuditStreamPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    async def replay(
        self,
        stream: str,
        *,
        from_: int | None = None,
        tenant: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AuditStreamWithChains:
        """Send audit entries once more, or try at once.

        Goes back to an entry and sends everything from there on, as far as it is still kept.
        Without `from` it goes on where it stands, and does not wait for the next try.

        Args:
            stream: Key of the AuditStream.
            from_: Sequence of the first entry to be sent again.
            tenant: In the chain of this tenant only; null: in that of the environment itself.
                Absent: in all.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/unknown-stream``, ``audit/unknown-tenant``,
                ``audit/unreadable-place``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _AUDIT_STREAMS_REPLAY,
            AuditStreamWithChains,
            path={"stream": stream},
            body=body_of({"from": from_, "tenant": tenant}, null=("tenant",)),
            options=options,
        )
