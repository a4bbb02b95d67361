# Written by dream generate sdk; do not edit.
"""``client.entitlements``"""

from __future__ import annotations

from collections.abc import Sequence

from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.model import map_of, nested
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.resource import ResourceBase
from ..types.entitlements import EntitlementAccess, EntitlementsReleaseResult, EntitlementsUseResult

_ENTITLEMENTS_EVALUATE = Operation(
    "entitlements.evaluate",
    "POST",
    "/v1/entitlements/evaluate",
    is_about_tenant=True,
)
_ENTITLEMENTS_RELEASE = Operation(
    "entitlements.release",
    "POST",
    "/v1/entitlements/release",
    is_mutation=True,
    is_about_tenant=True,
)
_ENTITLEMENTS_USE = Operation(
    "entitlements.use",
    "POST",
    "/v1/entitlements/use",
    is_mutation=True,
    is_about_tenant=True,
)


class EntitlementsResource(ResourceBase):
    """What a tenant has of each feature, how much of it has been used, and what was agreed with
    it besides.
    """

    def evaluate(
        self,
        *,
        tenant_id: str | None = None,
        features: Sequence[str] | None = None,
        options: CallOptions | None = None,
    ) -> dict[str, EntitlementAccess]:
        """Say what a tenant has of each entitlement.

        By the plan that the tenant is on at this moment, and by special agreements with it;
        with what it has used. A key that no entitlement has is answered too, as one that the
        tenant does not have.

        Args:
            tenant_id: Id of the tenant, unless `X-Tenant-ID` or a token names it.
            features: Keys of Entitlements. Absent: all that are live.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``entitlements/tenant-mismatch``,
                ``entitlements/tenant-missing``, ``entitlements/unknown-tenant``, or one that
                any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        answer: dict[str, EntitlementAccess] = self._call(
            _ENTITLEMENTS_EVALUATE,
            map_of(nested(EntitlementAccess)),
            body=body_of({"tenantId": tenant_id, "features": features}),
            options=options,
        )
        return answer

    def release(
        self,
        *,
        feature: str,
        tenant_id: str | None = None,
        amount: int | None = None,
        options: CallOptions | None = None,
    ) -> EntitlementsReleaseResult:
        """Give back what a tenant uses no more.

        For entitlements with `resets: never`, which count what exists now: a seat whose
        holder has left, a file that was deleted.

        Args:
            tenant_id: Id of the tenant, unless `X-Tenant-ID` names it.
            feature: Key of an Entitlement.
            amount: How much, in whole units. Default: ``1``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``entitlements/not-counted``,
                ``entitlements/not-releasable``, ``entitlements/tenant-mismatch``,
                ``entitlements/tenant-missing``, ``entitlements/unknown``,
                ``entitlements/unknown-tenant``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _ENTITLEMENTS_RELEASE,
            EntitlementsReleaseResult,
            body=body_of({"tenantId": tenant_id, "feature": feature, "amount": amount}),
            options=options,
        )

    def use(
        self,
        *,
        feature: str,
        tenant_id: str | None = None,
        amount: int | None = None,
        options: CallOptions | None = None,
    ) -> EntitlementsUseResult:
        """Take an amount of what a tenant may use.

        All of the amount is taken or none: of any number of requests at once no more than the
        limit gets through. Where the entitlement says `allow` or `bill`, it is taken beyond
        the limit too. Send an `Idempotency-Key`, so that a request sent again takes nothing
        twice.

        Args:
            tenant_id: Id of the tenant, unless `X-Tenant-ID` names it.
            feature: Key of an Entitlement.
            amount: How much, in whole units. Default: ``1``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``entitlements/not-counted``,
                ``entitlements/tenant-mismatch``, ``entitlements/tenant-missing``,
                ``entitlements/unknown``, ``entitlements/unknown-tenant``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _ENTITLEMENTS_USE,
            EntitlementsUseResult,
            body=body_of({"tenantId": tenant_id, "feature": feature, "amount": amount}),
            options=options,
        )


class AsyncEntitlementsResource(AsyncResourceBase):
    """What a tenant has of each feature, how much of it has been used, and what was agreed with
    it besides.
    """

    async def evaluate(
        self,
        *,
        tenant_id: str | None = None,
        features: Sequence[str] | None = None,
        options: CallOptions | None = None,
    ) -> dict[str, EntitlementAccess]:
        """Say what a tenant has of each entitlement.

        By the plan that the tenant is on at this moment, and by special agreements with it;
        with what it has used. A key that no entitlement has is answered too, as one that the
        tenant does not have.

        Args:
            tenant_id: Id of the tenant, unless `X-Tenant-ID` or a token names it.
            features: Keys of Entitlements. Absent: all that are live.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``entitlements/tenant-mismatch``,
                ``entitlements/tenant-missing``, ``entitlements/unknown-tenant``, or one that
                any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        answer: dict[str, EntitlementAccess] = await self._call(
            _ENTITLEMENTS_EVALUATE,
            map_of(nested(EntitlementAccess)),
            body=body_of({"tenantId": tenant_id, "features": features}),
            options=options,
        )
        return answer

    async def release(
        self,
        *,
        feature: str,
        tenant_id: str | None = None,
        amount: int | None = None,
        options: CallOptions | None = None,
    ) -> EntitlementsReleaseResult:
        """Give back what a tenant uses no more.

        For entitlements with `resets: never`, which count what exists now: a seat whose
        holder has left, a file that was deleted.

        Args:
            tenant_id: Id of the tenant, unless `X-Tenant-ID` names it.
            feature: Key of an Entitlement.
            amount: How much, in whole units. Default: ``1``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``entitlements/not-counted``,
                ``entitlements/not-releasable``, ``entitlements/tenant-mismatch``,
                ``entitlements/tenant-missing``, ``entitlements/unknown``,
                ``entitlements/unknown-tenant``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _ENTITLEMENTS_RELEASE,
            EntitlementsReleaseResult,
            body=body_of({"tenantId": tenant_id, "feature": feature, "amount": amount}),
            options=options,
        )

    async def use(
        self,
        *,
        feature: str,
        tenant_id: str | None = None,
        amount: int | None = None,
        options: CallOptions | None = None,
    ) -> EntitlementsUseResult:
        """Take an amount of what a tenant may use.

        All of the amount is taken or none: of any number of requests at once no more than the
        limit gets through. Where the entitlement says `allow` or `bill`, it is taken beyond
        the limit too. Send an `Idempotency-Key`, so that a request sent again takes nothing
        twice.

        Args:
            tenant_id: Id of the tenant, unless `X-Tenant-ID` names it.
            feature: Key of an Entitlement.
            amount: How much, in whole units. Default: ``1``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``entitlements/not-counted``,
                ``entitlements/tenant-mismatch``, ``entitlements/tenant-missing``,
                ``entitlements/unknown``, ``entitlements/unknown-tenant``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _ENTITLEMENTS_USE,
            EntitlementsUseResult,
            body=body_of({"tenantId": tenant_id, "feature": feature, "amount": amount}),
            options=options,
        )
