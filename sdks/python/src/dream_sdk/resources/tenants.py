# Written by dream generate sdk; do not edit.
"""``client.tenants``"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.model import nothing
from .._core.omit import OMIT, Omit
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.tenants import Tenant, TenantPage

_TENANTS_CREATE = Operation("tenants.create", "POST", "/v1/tenants", is_mutation=True)
_TENANTS_DELETE = Operation(
    "tenants.delete",
    "DELETE",
    "/v1/tenants/{tenant}",
    is_mutation=True,
    is_about_tenant=True,
)
_TENANTS_GET = Operation("tenants.get", "GET", "/v1/tenants/{tenant}", is_about_tenant=True)
_TENANTS_LIST = Operation("tenants.list", "GET", "/v1/tenants", is_about_tenant=True)
_TENANTS_UPDATE = Operation(
    "tenants.update",
    "PATCH",
    "/v1/tenants/{tenant}",
    is_mutation=True,
    is_about_tenant=True,
)


class TenantsResource(ResourceBase):
    """The customer organisations of the product, and what is kept about each."""

    def create(
        self,
        *,
        name: str,
        id: str | None = None,
        currency: str | None = None,
        region: str | None = None,
        data_residency: str | None = None,
        attributes: Mapping[str, Any] | None = None,
        options: CallOptions | None = None,
    ) -> Tenant:
        """Create a tenant.

        Currency, region and data residency are declared here, and never change afterwards.

        Args:
            id: Absent, the server makes one: `tnt_…`.
            currency: ISO 4217. Declared once: it cannot change afterwards.
            region: Such as `eu` or `in`. Declared once: it cannot change afterwards.
            data_residency: Where the data must stay, such as `in-mumbai`. Declared once: it
                cannot change afterwards.
            attributes: As the Tenancy of the environment declares them; without one, whatever
                you like.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``attributes/missing``, ``attributes/unknown``,
                ``attributes/wrong-type``, ``tenants/exists``, ``tenants/single``,
                ``tenants/value-missing``, ``tenants/value-not-allowed``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _TENANTS_CREATE,
            Tenant,
            body=body_of(
                {
                    "id": id,
                    "name": name,
                    "currency": currency,
                    "region": region,
                    "dataResidency": data_residency,
                    "attributes": attributes,
                },
            ),
            options=options,
        )

    def delete(self, tenant: str, *, options: CallOptions | None = None) -> None:
        """Delete a tenant with everything that belongs to it.

        Members, roles, service accounts, cross-tenant grants, relationships and the plan go
        with it; users stay, and so does the log of decisions.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``tenants/not-found``, ``tenants/single``, or one
                that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        self._call(_TENANTS_DELETE, nothing, path={"tenant": tenant}, options=options)

    def get(self, tenant: str, *, options: CallOptions | None = None) -> Tenant:
        """Get one tenant.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``tenants/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(_TENANTS_GET, Tenant, path={"tenant": tenant}, options=options)

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        created_from: datetime | str | None = None,
        created_before: datetime | str | None = None,
        plan: str | None = None,
        options: CallOptions | None = None,
    ) -> Paged[TenantPage, Tenant]:
        """List tenants, newest first.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            created_from: Only those created at this instant or later.
            created_before: Only those created before this instant.
            plan: Only those on the plan of this key.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _TENANTS_LIST,
            TenantPage,
            query={
                "page": page,
                "pageSize": page_size,
                "createdFrom": created_from,
                "createdBefore": created_before,
                "plan": plan,
            },
            options=options,
        )

    def update(
        self,
        tenant: str,
        *,
        name: str | None = None,
        attributes: Mapping[str, Any] | None = None,
        currency: str | None | Omit = OMIT,
        region: str | None | Omit = OMIT,
        data_residency: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Tenant:
        """Change the name or attributes of a tenant.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            attributes: Those that change; null takes one away.
            currency: As it is; anything else is refused.
            region: As it is; anything else is refused.
            data_residency: As it is; anything else is refused.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``attributes/missing``, ``attributes/unknown``,
                ``attributes/wrong-type``, ``tenants/fixed-field``, ``tenants/not-found``, or
                one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _TENANTS_UPDATE,
            Tenant,
            path={"tenant": tenant},
            body=body_of(
                {
                    "name": name,
                    "attributes": attributes,
                    "currency": currency,
                    "region": region,
                    "dataResidency": data_residency,
                },
                null=("currency", "region", "dataResidency"),
            ),
            options=options,
        )


class AsyncTenantsResource(AsyncResourceBase):
    """The customer organisations of the product, and what is kept about each."""

    async def create(
        self,
        *,
        name: str,
        id: str | None = None,
        currency: str | None = None,
        region: str | None = None,
        data_residency: str | None = None,
        attributes: Mapping[str, Any] | None = None,
        options: CallOptions | None = None,
    ) -> Tenant:
        """Create a tenant.

        Currency, region and data residency are declared here, and never change afterwards.

        Args:
            id: Absent, the server makes one: `tnt_…`.
            currency: ISO 4217. Declared once: it cannot change afterwards.
            region: Such as `eu` or `in`. Declared once: it cannot change afterwards.
            data_residency: Where the data must stay, such as `in-mumbai`. Declared once: it
                cannot change afterwards.
            attributes: As the Tenancy of the environment declares them; without one, whatever
                you like.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``attributes/missing``, ``attributes/unknown``,
                ``attributes/wrong-type``, ``tenants/exists``, ``tenants/single``,
                ``tenants/value-missing``, ``tenants/value-not-allowed``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _TENANTS_CREATE,
            Tenant,
            body=body_of(
                {
                    "id": id,
                    "name": name,
                    "currency": currency,
                    "region": region,
                    "dataResidency": data_residency,
                    "attributes": attributes,
                },
            ),
            options=options,
        )

    async def delete(self, tenant: str, *, options: CallOptions | None = None) -> None:
        """Delete a tenant with everything that belongs to it.

        Members, roles, service accounts, cross-tenant grants, relationships and the plan go
        with it; users stay, and so does the log of decisions.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``tenants/not-found``, ``tenants/single``, or one
                that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        await self._call(_TENANTS_DELETE, nothing, path={"tenant": tenant}, options=options)

    async def get(self, tenant: str, *, options: CallOptions | None = None) -> Tenant:
        """Get one tenant.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``tenants/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(_TENANTS_GET, Tenant, path={"tenant": tenant}, options=options)

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        created_from: datetime | str | None = None,
        created_before: datetime | str | None = None,
        plan: str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[TenantPage, Tenant]:
        """List tenants, newest first.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            created_from: Only those created at this instant or later.
            created_before: Only those created before this instant.
            plan: Only those on the plan of this key.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _TENANTS_LIST,
            TenantPage,
            query={
                "page": page,
                "pageSize": page_size,
                "createdFrom": created_from,
                "createdBefore": created_before,
                "plan": plan,
            },
            options=options,
        )

    async def update(
        self,
        tenant: str,
        *,
        name: str | None = None,
        attributes: Mapping[str, Any] | None = None,
        currency: str | None | Omit = OMIT,
        region: str | None | Omit = OMIT,
        data_residency: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Tenant:
        """Change the name or attributes of a tenant.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            attributes: Those that change; null takes one away.
            currency: As it is; anything else is refused.
            region: As it is; anything else is refused.
            data_residency: As it is; anything else is refused.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``attributes/missing``, ``attributes/unknown``,
                ``attributes/wrong-type``, ``tenants/fixed-field``, ``tenants/not-found``, or
                one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _TENANTS_UPDATE,
            Tenant,
            path={"tenant": tenant},
            body=body_of(
                {
                    "name": name,
                    "attributes": attributes,
                    "currency": currency,
                    "region": region,
                    "dataResidency": data_residency,
                },
                null=("currency", "region", "dataResidency"),
            ),
            options=options,
        )
