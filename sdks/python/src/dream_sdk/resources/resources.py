# Written by dream generate sdk; do not edit.
"""``client.resources``"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types._shared import Resource, ResourcePage
from ..types.resources import ResourcesDeleteResult, ResourcesPutResult

_RESOURCES_DELETE = Operation(
    "resources.delete",
    "DELETE",
    "/v1/resources/{kind}/{key}",
    is_mutation=True,
)
_RESOURCES_GET = Operation("resources.get", "GET", "/v1/resources/{kind}/{key}")
_RESOURCES_LIST = Operation("resources.list", "GET", "/v1/resources")
_RESOURCES_PUT = Operation("resources.put", "PUT", "/v1/resources/{kind}/{key}", is_mutation=True)


class ResourcesResource(ResourceBase):
    """What is live in an environment, by kind and key, and changing one resource without files."""

    def delete(
        self,
        kind: str,
        key: str,
        *,
        approve: str | None = None,
        allow: str | None = None,
        options: CallOptions | None = None,
    ) -> ResourcesDeleteResult:
        """Delete one resource that the API created.

        Args:
            approve: Fingerprint of the changeset that somebody approved.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through. Several have commas between them:
                `contextsFlipped=14,deletes=1`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``resources/not-found``,
                ``resources/owned-by-files``, ``resources/unknown-kind``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _RESOURCES_DELETE,
            ResourcesDeleteResult,
            path={"kind": kind, "key": key},
            query={"approve": approve, "allow": allow},
            options=options,
        )

    def get(self, kind: str, key: str, *, options: CallOptions | None = None) -> Resource:
        """Get one live resource.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``resources/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _RESOURCES_GET,
            Resource,
            path={"kind": kind, "key": key},
            options=options,
        )

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        kind: str | None = None,
        options: CallOptions | None = None,
    ) -> Paged[ResourcePage, Resource]:
        """List live resources by kind and key.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _RESOURCES_LIST,
            ResourcePage,
            query={"page": page, "pageSize": page_size, "kind": kind},
            options=options,
        )

    def put(
        self,
        kind: str,
        key: str,
        *,
        body_: Mapping[str, Any],
        approve: str | None = None,
        allow: Mapping[str, int] | None = None,
        message: str | None = None,
        options: CallOptions | None = None,
    ) -> ResourcesPutResult:
        """Create or replace one resource.

        Of a resource that the files own, only the fields listed under `unmanaged` can change.

        Args:
            approve: Fingerprint of the changeset that somebody approved.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``resources/not-found``,
                ``resources/owned-by-files``, ``resources/unknown-kind``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _RESOURCES_PUT,
            ResourcesPutResult,
            path={"kind": kind, "key": key},
            body=body_of({"body": body_, "approve": approve, "allow": allow, "message": message}),
            options=options,
        )


class AsyncResourcesResource(AsyncResourceBase):
    """What is live in an environment, by kind and key, and changing one resource without files."""

    async def delete(
        self,
        kind: str,
        key: str,
        *,
        approve: str | None = None,
        allow: str | None = None,
        options: CallOptions | None = None,
    ) -> ResourcesDeleteResult:
        """Delete one resource that the API created.

        Args:
            approve: Fingerprint of the changeset that somebody approved.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through. Several have commas between them:
                `contextsFlipped=14,deletes=1`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``resources/not-found``,
                ``resources/owned-by-files``, ``resources/unknown-kind``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _RESOURCES_DELETE,
            ResourcesDeleteResult,
            path={"kind": kind, "key": key},
            query={"approve": approve, "allow": allow},
            options=options,
        )

    async def get(self, kind: str, key: str, *, options: CallOptions | None = None) -> Resource:
        """Get one live resource.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``resources/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _RESOURCES_GET,
            Resource,
            path={"kind": kind, "key": key},
            options=options,
        )

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        kind: str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[ResourcePage, Resource]:
        """List live resources by kind and key.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _RESOURCES_LIST,
            ResourcePage,
            query={"page": page, "pageSize": page_size, "kind": kind},
            options=options,
        )

    async def put(
        self,
        kind: str,
        key: str,
        *,
        body_: Mapping[str, Any],
        approve: str | None = None,
        allow: Mapping[str, int] | None = None,
        message: str | None = None,
        options: CallOptions | None = None,
    ) -> ResourcesPutResult:
        """Create or replace one resource.

        Of a resource that the files own, only the fields listed under `unmanaged` can change.

        Args:
            approve: Fingerprint of the changeset that somebody approved.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``resources/not-found``,
                ``resources/owned-by-files``, ``resources/unknown-kind``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _RESOURCES_PUT,
            ResourcesPutResult,
            path={"kind": kind, "key": key},
            body=body_of({"body": body_, "approve": approve, "allow": allow, "message": message}),
            options=options,
        )
