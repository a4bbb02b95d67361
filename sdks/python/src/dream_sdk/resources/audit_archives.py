# Written by dream generate sdk; do not edit.
"""``client.audit.archives``"""

from __future__ import annotations

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.audit import Archive, ArchivePage

_AUDIT_ARCHIVES_LIST = Operation(
    "audit.archives.list",
    "GET",
    "/v1/audit/archives",
    is_about_tenant=True,
)


class AuditArchivesResource(ResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[ArchivePage, Archive]:
        """List what was archived or deleted because its time was over, newest first.

        With `X-Tenant-ID`, of one tenant; without, of the environment and all its tenants.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _AUDIT_ARCHIVES_LIST,
            ArchivePage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )


class AsyncAuditArchivesResource(AsyncResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[ArchivePage, Archive]:
        """List what was archived or deleted because its time was over, newest first.

        With `X-Tenant-ID`, of one tenant; without, of the environment and all its tenants.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _AUDIT_ARCHIVES_LIST,
            ArchivePage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )
