# Written by dream generate sdk; do not edit.
"""``client.tenant_plans``"""

from __future__ import annotations

from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.resource import ResourceBase
from ..types.tenant_plans import TenantPlan

_TENANT_PLANS_GET = Operation(
    "tenantPlans.get",
    "GET",
    "/v1/tenants/{tenant}/plan",
    is_about_tenant=True,
)
_TENANT_PLANS_REMOVE = Operation(
    "tenantPlans.remove",
    "DELETE",
    "/v1/tenants/{tenant}/plan",
    is_mutation=True,
    is_about_tenant=True,
)
_TENANT_PLANS_SET = Operation(
    "tenantPlans.set",
    "PUT",
    "/v1/tenants/{tenant}/plan",
    is_mutation=True,
    is_about_tenant=True,
)


class TenantPlansResource(ResourceBase):
    """Which plan a tenant is on."""

    def get(self, tenant: str, *, options: CallOptions | None = None) -> TenantPlan:
        """Get the plan a tenant is on.

        Args:
            tenant: Id of the tenant.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``plans/unknown-tenant``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(_TENANT_PLANS_GET, TenantPlan, path={"tenant": tenant}, options=options)

    def remove(self, tenant: str, *, options: CallOptions | None = None) -> TenantPlan:
        """Put a tenant on no plan.

        Args:
            tenant: Id of the tenant.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``plans/unknown-tenant``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _TENANT_PLANS_REMOVE,
            TenantPlan,
            path={"tenant": tenant},
            options=options,
        )

    def set(self, tenant: str, *, plan: str, options: CallOptions | None = None) -> TenantPlan:
        """Put a tenant on a plan.

        Args:
            tenant: Id of the tenant.
            plan: Key of a live Plan that is on sale.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``plans/off-sale``, ``plans/unknown``,
                ``plans/unknown-tenant``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _TENANT_PLANS_SET,
            TenantPlan,
            path={"tenant": tenant},
            body=body_of({"plan": plan}),
            options=options,
        )


class AsyncTenantPlansResource(AsyncResourceBase):
    """Which plan a tenant is on."""

    async def get(self, tenant: str, *, options: CallOptions | None = None) -> TenantPlan:
        """Get the plan a tenant is on.

        Args:
            tenant: Id of the tenant.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``plans/unknown-tenant``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _TENANT_PLANS_GET,
            TenantPlan,
            path={"tenant": tenant},
            options=options,
        )

    async def remove(self, tenant: str, *, options: CallOptions | None = None) -> TenantPlan:
        """Put a tenant on no plan.

        Args:
            tenant: Id of the tenant.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``plans/unknown-tenant``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _TENANT_PLANS_REMOVE,
            TenantPlan,
            path={"tenant": tenant},
            options=options,
        )

    async def set(
        self,
        tenant: str,
        *,
        plan: str,
        options: CallOptions | None = None,
    ) -> TenantPlan:
        """Put a tenant on a plan.

        Args:
            tenant: Id of the tenant.
            plan: Key of a live Plan that is on sale.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``plans/off-sale``, ``plans/unknown``,
                ``plans/unknown-tenant``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _TENANT_PLANS_SET,
            TenantPlan,
            path={"tenant": tenant},
            body=body_of({"plan": plan}),
            options=options,
        )
