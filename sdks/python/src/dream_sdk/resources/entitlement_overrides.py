# Written by dream generate sdk; do not edit.
"""``client.entitlement_overrides``"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.model import nothing
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.entitlement_overrides import EntitlementOverride, EntitlementOverridePage

_ENTITLEMENT_OVERRIDES_LIST = Operation(
    "entitlementOverrides.list",
    "GET",
    "/v1/tenants/{tenant}/entitlements/overrides",
    is_about_tenant=True,
)
_ENTITLEMENT_OVERRIDES_REMOVE = Operation(
    "entitlementOverrides.remove",
    "DELETE",
    "/v1/tenants/{tenant}/entitlements/{entitlement}/override",
    is_mutation=True,
    is_about_tenant=True,
)
_ENTITLEMENT_OVERRIDES_SET = Operation(
    "entitlementOverrides.set",
    "PUT",
    "/v1/tenants/{tenant}/entitlements/{entitlement}/override",
    is_mutation=True,
    is_about_tenant=True,
)


class EntitlementOverridesResource(ResourceBase):
    """What a tenant has of each feature, how much of it has been used, and what was agreed with
    it besides.
    """

    def list(
        self,
        tenant: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[EntitlementOverridePage, EntitlementOverride]:
        """List the overrides that a tenant has, by entitlement.

        Args:
            tenant: Id of the tenant.
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``entitlements/unknown-tenant``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _ENTITLEMENT_OVERRIDES_LIST,
            EntitlementOverridePage,
            path={"tenant": tenant},
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def remove(self, tenant: str, entitlement: str, *, options: CallOptions | None = None) -> None:
        """Give a tenant again what its plan grants.

        Args:
            tenant: Id of the tenant.
            entitlement: Key of an Entitlement.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``entitlement-overrides/not-found``,
                ``entitlements/unknown-tenant``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        self._call(
            _ENTITLEMENT_OVERRIDES_REMOVE,
            nothing,
            path={"tenant": tenant, "entitlement": entitlement},
            options=options,
        )

    def set(
        self,
        tenant: str,
        entitlement: str,
        *,
        value: Any,
        reason: str,
        expires_at: datetime | str | None = None,
        options: CallOptions | None = None,
    ) -> EntitlementOverride:
        """Give a tenant something else than its plan grants.

        It is felt at once, and goes over the plan until it expires or is removed. An earlier
        one is replaced.

        Args:
            tenant: Id of the tenant.
            entitlement: Key of an Entitlement.
            value: What the type of the entitlement takes. As a plan would write it: `true`,
                `500`, `unlimited`, `{ "min": 1, "max": 50 }`, a level.
            reason: Why, for whoever asks later.
            expires_at: The plan decides again from then on. Absent: until it is removed.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``entitlement-overrides/expiry-in-the-past``,
                ``entitlement-overrides/value-not-of-type``, ``entitlements/unknown``,
                ``entitlements/unknown-tenant``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _ENTITLEMENT_OVERRIDES_SET,
            EntitlementOverride,
            path={"tenant": tenant, "entitlement": entitlement},
            body=body_of(
                {"value": value, "reason": reason, "expiresAt": expires_at},
                null=("value",),
            ),
            options=options,
        )


class AsyncEntitlementOverridesResource(AsyncResourceBase):
    """What a tenant has of each feature, how much of it has been used, and what was agreed with
    it besides.
    """

    def list(
        self,
        tenant: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[EntitlementOverridePage, EntitlementOverride]:
        """List the overrides that a tenant has, by entitlement.

        Args:
            tenant: Id of the tenant.
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``entitlements/unknown-tenant``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _ENTITLEMENT_OVERRIDES_LIST,
            EntitlementOverridePage,
            path={"tenant": tenant},
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    async def remove(
        self,
        tenant: str,
        entitlement: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Give a tenant again what its plan grants.

        Args:
            tenant: Id of the tenant.
            entitlement: Key of an Entitlement.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``entitlement-overrides/not-found``,
                ``entitlements/unknown-tenant``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        await self._call(
            _ENTITLEMENT_OVERRIDES_REMOVE,
            nothing,
            path={"tenant": tenant, "entitlement": entitlement},
            options=options,
        )

    async def set(
        self,
        tenant: str,
        entitlement: str,
        *,
        value: Any,
        reason: str,
        expires_at: datetime | str | None = None,
        options: CallOptions | None = None,
    ) -> EntitlementOverride:
        """Give a tenant something else than its plan grants.

        It is felt at once, and goes over the plan until it expires or is removed. An earlier
        one is replaced.

        Args:
            tenant: Id of the tenant.
            entitlement: Key of an Entitlement.
            value: What the type of the entitlement takes. As a plan would write it: `true`,
                `500`, `unlimited`, `{ "min": 1, "max": 50 }`, a level.
            reason: Why, for whoever asks later.
            expires_at: The plan decides again from then on. Absent: until it is removed.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``entitlement-overrides/expiry-in-the-past``,
                ``entitlement-overrides/value-not-of-type``, ``entitlements/unknown``,
                ``entitlements/unknown-tenant``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _ENTITLEMENT_OVERRIDES_SET,
            EntitlementOverride,
            path={"tenant": tenant, "entitlement": entitlement},
            body=body_of(
                {"value": value, "reason": reason, "expiresAt": expires_at},
                null=("value",),
            ),
            options=options,
        )
