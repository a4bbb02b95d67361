"""Entitlements for programs with asyncio."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from ._kept import KeptTenants, Settled, UnderWay
from ._known import Known, access_to, known_by, require_tenant

if TYPE_CHECKING:
    from .._async_client import AsyncDream
    from ..types.entitlements import EntitlementAccess


class AsyncEntitlementClient:
    """``EntitlementClient`` for programs with asyncio. The tasks of one loop may share it."""

    def __init__(
        self,
        client: AsyncDream,
        *,
        time_to_live: float = 5.0,
        stale_for: float = 300.0,
        tenants: int = 1000,
    ) -> None:
        """Raises a ``ConfigurationError`` for a time below 0, or a number of tenants below 1.

        Args:
            client: Whose key may evaluate entitlements.
            time_to_live: Seconds for which an answer counts.
            stale_for: Seconds for which it counts beyond that, while the server does not answer.
            tenants: Of how many tenants answers are kept.
        """
        self._client = client
        self._kept: KeptTenants[asyncio.Task[Known]] = KeptTenants(time_to_live, stale_for, tenants)

    async def get(self, tenant: str, feature: str) -> EntitlementAccess:
        """What the tenant has of one entitlement.

        Raises:
            ConfigurationError: The tenant is no text, or a blank one.
            DreamError: What ``entitlements.evaluate`` raises, unless what is kept may stand in.
        """
        return access_to(await self._of(tenant), feature)

    async def has(self, tenant: str, feature: str) -> bool:
        """``entitled`` of ``get``; raises as it does."""
        return (await self.get(tenant, feature)).entitled is True

    async def all(self, tenant: str) -> dict[str, EntitlementAccess]:
        """What the tenant has of each, by key; raises as ``get``."""
        return dict(await self._of(tenant))

    def forget(self, tenant: str | None = None) -> None:
        """Of the tenant, or of all, nothing is kept any more: after its plan was changed, say."""
        self._kept.forget(tenant)

    async def _of(self, tenant: str) -> Known:
        require_tenant(tenant)
        found = self._kept.find(tenant)
        if isinstance(found, Settled) and self._kept.is_fresh(found):
            self._kept.keep(tenant, found)
            return found.known
        if not isinstance(found, UnderWay):
            asked = self._begin(tenant, found)
        elif found.answer.get_loop() is asyncio.get_running_loop():
            asked = found
        else:
            # What another loop was to answer, which may be over, nobody can wait for in this one.
            asked = self._begin(tenant, found.before)
        self._kept.keep(tenant, asked)
        meanwhile = self._kept.meanwhile(asked)
        if meanwhile is not None:
            return meanwhile
        try:
            # Whoever is cancelled takes the answer from nobody else who waits for it.
            return await asyncio.shield(asked.answer)
        except Exception as error:
            return self._kept.instead(asked, error)

    def _begin(self, tenant: str, before: Settled | None) -> UnderWay[asyncio.Task[Known]]:
        evaluate = self._client.entitlements.evaluate

        async def ask() -> Known:
            return known_by(await self._client.raw(evaluate, tenant_id=tenant))

        asked = UnderWay(asyncio.get_running_loop().create_task(ask()), before)
        # Before anybody is woken: callbacks are called in the order in which they were added.
        asked.answer.add_done_callback(lambda task: self._settle(tenant, asked, task))
        return asked

    def _settle(
        self, tenant: str, asked: UnderWay[asyncio.Task[Known]], task: asyncio.Task[Known]
    ) -> None:
        error = asyncio.CancelledError() if task.cancelled() else task.exception()
        if error is None:
            self._kept.answered(tenant, asked, task.result())
        else:
            self._kept.failed(tenant, asked, error)
