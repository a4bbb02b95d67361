"""Entitlements for programs without asyncio."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from typing import TYPE_CHECKING

from ..flags._fork import outlive_forks
from ._kept import KeptTenants, Settled, UnderWay
from ._known import Known, access_to, known_by, require_tenant

if TYPE_CHECKING:
    from .._client import Dream
    from ..types.entitlements import EntitlementAccess


class EntitlementClient:
    """What tenants have, kept for a while in this process. Threads may share it.

    What was used is as old as the answer: only ``entitlements.use`` of the server takes anything.
    """

    def __init__(
        self,
        client: Dream,
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
        self._kept: KeptTenants[Future[Known]] = KeptTenants(time_to_live, stale_for, tenants)
        self._lock = threading.Lock()
        outlive_forks(self)

    def get(self, tenant: str, feature: str) -> EntitlementAccess:
        """What the tenant has of one entitlement.

        Raises:
            ConfigurationError: The tenant is no text, or a blank one.
            DreamError: What ``entitlements.evaluate`` raises, unless what is kept may stand in.
        """
        return access_to(self._of(tenant), feature)

    def has(self, tenant: str, feature: str) -> bool:
        """``entitled`` of ``get``; raises as it does."""
        return self.get(tenant, feature).entitled is True

    def all(self, tenant: str) -> dict[str, EntitlementAccess]:
        """What the tenant has of each, by key; raises as ``get``."""
        return dict(self._of(tenant))

    def forget(self, tenant: str | None = None) -> None:
        """Of the tenant, or of all, nothing is kept any more: after its plan was changed, say."""
        with self._lock:
            self._kept.forget(tenant)

    def forked(self) -> None:
        """Told in a forked process: nobody there answers what a thread of its parent asked."""
        self._lock = threading.Lock()
        self._kept.forget(None)

    def _of(self, tenant: str) -> Known:
        require_tenant(tenant)
        while True:
            with self._lock:
                found = self._kept.find(tenant)
                is_mine = found is None
                if isinstance(found, Settled):
                    if self._kept.is_fresh(found):
                        self._kept.keep(tenant, found)
                        return found.known
                    is_mine = True
                before = found if isinstance(found, Settled) else None
                asked = found if isinstance(found, UnderWay) else UnderWay(Future[Known](), before)
                self._kept.keep(tenant, asked)
                meanwhile = self._kept.meanwhile(asked)
            if meanwhile is not None:
                if is_mine:
                    self._ask_aside(tenant, asked)
                return meanwhile
            try:
                return self._ask(tenant, asked) if is_mine else asked.answer.result()
            except CancelledError:
                # Whoever asked was interrupted, which is no matter of those who waited with them.
                continue
            except Exception as error:
                return self._kept.instead(asked, error)

    def _ask_aside(self, tenant: str, asked: UnderWay[Future[Known]]) -> None:
        def ask() -> None:
            # What is raised is told to whoever waits for the answer, or asks next.
            with suppress(Exception):
                self._ask(tenant, asked)

        try:
            threading.Thread(target=ask, name="dream-sdk-entitlements", daemon=True).start()
        except RuntimeError as error:
            # There are too many threads, or the program ends.
            with self._lock:
                self._kept.failed(tenant, asked, error)
            asked.answer.cancel()

    def _ask(self, tenant: str, asked: UnderWay[Future[Known]]) -> Known:
        try:
            known = known_by(self._client.raw(self._client.entitlements.evaluate, tenant_id=tenant))
            with self._lock:
                self._kept.answered(tenant, asked, known)
        except BaseException as error:
            with self._lock:
                self._kept.failed(tenant, asked, error)
            if isinstance(error, Exception):
                asked.answer.set_exception(error)
            else:
                asked.answer.cancel()
            raise
        asked.answer.set_result(known)
        return known
