# Written by dream generate sdk; do not edit.
"""``client.audit.keys``"""

from __future__ import annotations

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.audit import SigningKey, SigningKeyPage

_AUDIT_KEYS_LIST = Operation("audit.keys.list", "GET", "/v1/audit/keys")


class AuditKeysResource(ResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[SigningKeyPage, SigningKey]:
        """List the public keys of the audit chains.

        By which checkpoints and exports of the environment are signed; the newest first. An
        older one stays, since what it signed does. Keep a copy where this server cannot
        change it: it is what a verification rests on. There is none before the first entry,
        nor on a server without a master key.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _AUDIT_KEYS_LIST,
            SigningKeyPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )


class AsyncAuditKeysResource(AsyncResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[SigningKeyPage, SigningKey]:
        """List the public keys of the audit chains.

        By which checkpoints and exports of the environment are signed; the newest first. An
        older one stays, since what it signed does. Keep a copy where this server cannot
        change it: it is what a verification rests on. There is none before the first entry,
        nor on a server without a master key.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _AUDIT_KEYS_LIST,
            SigningKeyPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )
