# Written by dream generate sdk; do not edit.
"""``client.keys``"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.keys import ApiKey, ApiKeyPage, NewApiKey

_KEYS_CREATE = Operation("keys.create", "POST", "/v1/keys", is_mutation=True)
_KEYS_LIST = Operation("keys.list", "GET", "/v1/keys")
_KEYS_REVOKE = Operation("keys.revoke", "DELETE", "/v1/keys/{id}", is_mutation=True)
_KEYS_ROTATE = Operation("keys.rotate", "POST", "/v1/keys/{id}/rotate", is_mutation=True)


class KeysResource(ResourceBase):
    """API keys of an environment: creating, rotating and revoking them."""

    def create(
        self,
        *,
        type: Literal["secret", "publishable"] | str,
        name: str,
        scopes: Sequence[str] | None = None,
        default_tenant: str | None = None,
        expires_at: datetime | str | None = None,
        options: CallOptions | None = None,
    ) -> NewApiKey:
        """Create a key.

        The answer is the only one that ever holds the key. Nobody can create a key that may
        do more than their own.

        Args:
            scopes: `*`, or single ones such as `configuration:read`. Absent: `*` for a secret
                key, and for a publishable key all that publishable keys may do.
            default_tenant: For a secret key: the tenant it acts for where a request has no
                `X-Tenant-ID`.
            expires_at: Absent: the key lives until it is revoked.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``keys/expiry-in-the-past``, ``keys/no-scopes``,
                ``keys/publishable-scope``, ``keys/publishable-tenant``,
                ``keys/scope-not-held``, ``keys/unknown-scope``, ``keys/unknown-tenant``, or
                one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _KEYS_CREATE,
            NewApiKey,
            body=body_of(
                {
                    "type": type,
                    "name": name,
                    "scopes": scopes,
                    "defaultTenant": default_tenant,
                    "expiresAt": expires_at,
                },
            ),
            options=options,
        )

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[ApiKeyPage, ApiKey]:
        """List keys, newest first.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _KEYS_LIST,
            ApiKeyPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def revoke(self, id: str, *, options: CallOptions | None = None) -> ApiKey:
        """Revoke a key.

        Ends the key for good: at once on the server that answers, within a quarter of a
        second on others. It stays in the list.

        Args:
            id: The id of a key, which begins with `key_`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``keys/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(_KEYS_REVOKE, ApiKey, path={"id": id}, options=options)

    def rotate(
        self,
        id: str,
        *,
        expires_in_seconds: int | None = None,
        options: CallOptions | None = None,
    ) -> NewApiKey:
        """Replace a key by a new one.

        The old key lives on for a while, so that it can be replaced wherever it is used.

        Args:
            id: The id of a key, which begins with `key_`.
            expires_in_seconds: How long the old key lives on; 0 ends it at once. Default:
                ``86400``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``keys/not-active``, ``keys/not-found``,
                ``keys/scope-not-held``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _KEYS_ROTATE,
            NewApiKey,
            path={"id": id},
            body=body_of({"expiresInSeconds": expires_in_seconds}),
            options=options,
        )


class AsyncKeysResource(AsyncResourceBase):
    """API keys of an environment: creating, rotating and revoking them."""

    async def create(
        self,
        *,
        type: Literal["secret", "publishable"] | str,
        name: str,
        scopes: Sequence[str] | None = None,
        default_tenant: str | None = None,
        expires_at: datetime | str | None = None,
        options: CallOptions | None = None,
    ) -> NewApiKey:
        """Create a key.

        The answer is the only one that ever holds the key. Nobody can create a key that may
        do more than their own.

        Args:
            scopes: `*`, or single ones such as `configuration:read`. Absent: `*` for a secret
                key, and for a publishable key all that publishable keys may do.
            default_tenant: For a secret key: the tenant it acts for where a request has no
                `X-Tenant-ID`.
            expires_at: Absent: the key lives until it is revoked.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``keys/expiry-in-the-past``, ``keys/no-scopes``,
                ``keys/publishable-scope``, ``keys/publishable-tenant``,
                ``keys/scope-not-held``, ``keys/unknown-scope``, ``keys/unknown-tenant``, or
                one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _KEYS_CREATE,
            NewApiKey,
            body=body_of(
                {
                    "type": type,
                    "name": name,
                    "scopes": scopes,
                    "defaultTenant": default_tenant,
                    "expiresAt": expires_at,
                },
            ),
            options=options,
        )

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[ApiKeyPage, ApiKey]:
        """List keys, newest first.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _KEYS_LIST,
            ApiKeyPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    async def revoke(self, id: str, *, options: CallOptions | None = None) -> ApiKey:
        """Revoke a key.

        Ends the key for good: at once on the server that answers, within a quarter of a
        second on others. It stays in the list.

        Args:
            id: The id of a key, which begins with `key_`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``keys/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(_KEYS_REVOKE, ApiKey, path={"id": id}, options=options)

    async def rotate(
        self,
        id: str,
        *,
        expires_in_seconds: int | None = None,
        options: CallOptions | None = None,
    ) -> NewApiKey:
        """Replace a key by a new one.

        The old key lives on for a while, so that it can be replaced wherever it is used.

        Args:
            id: The id of a key, which begins with `key_`.
            expires_in_seconds: How long the old key lives on; 0 ends it at once. Default:
                ``86400``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``keys/not-active``, ``keys/not-found``,
                ``keys/scope-not-held``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _KEYS_ROTATE,
            NewApiKey,
            path={"id": id},
            body=body_of({"expiresInSeconds": expires_in_seconds}),
            options=options,
        )
