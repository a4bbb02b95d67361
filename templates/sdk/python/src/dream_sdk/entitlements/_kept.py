"""What is kept of tenants."""

from __future__ import annotations

import time
from typing import Any, Generic, NamedTuple, TypeVar

from .._core.errors import ConfigurationError
from ._known import Known, may_pass, until_first_end

AnswerT = TypeVar("AnswerT")


class Settled(NamedTuple):
    """An answer that came.

    Attributes:
        fresh_until: By ``time.monotonic()``.
        rest_until: Until then the server is left in peace, since it did not answer; 0 where it did.
    """

    known: Known
    fresh_until: float
    rest_until: float = 0.0


class UnderWay(Generic[AnswerT]):
    """A question that was asked.

    Attributes:
        answer: What everybody waits for who asks meanwhile.
        before: The answer before, for as long as there is no newer one.
    """

    def __init__(self, answer: AnswerT, before: Settled | None) -> None:
        self.answer = answer
        self.before = before
        self.asked_at = time.monotonic()


class KeptTenants(Generic[AnswerT]):
    """By tenant, the one that was asked for last at the end. Not safe for threads."""

    def __init__(self, time_to_live: float, stale_for: float, tenants: int) -> None:
        if not (_is_at_least(0, time_to_live) and _is_at_least(0, stale_for)):
            raise ConfigurationError("time_to_live and stale_for must be 0 or more.")
        if not _is_at_least(1, tenants):
            raise ConfigurationError("tenants must be 1 or more.")
        self._time_to_live = time_to_live
        self._stale_for = stale_for
        self._most = tenants
        self._kept: dict[str, Settled | UnderWay[AnswerT]] = {}

    def find(self, tenant: str) -> Settled | UnderWay[AnswerT] | None:
        """What counts or is under way; a settled one that counts no more is not to be used."""
        return self._kept.get(tenant)

    def is_fresh(self, settled: Settled) -> bool:
        return time.monotonic() < max(settled.fresh_until, settled.rest_until)

    def keep(self, tenant: str, kept: Settled | UnderWay[AnswerT]) -> None:
        """It is the one that was asked for last."""
        self._kept.pop(tenant, None)
        self._kept[tenant] = kept
        while len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]

    def answered(self, tenant: str, asked: UnderWay[AnswerT], known: Known) -> None:
        """What was forgotten meanwhile stays so."""
        if self._kept.get(tenant) is asked:
            counts = min(self._time_to_live, until_first_end(known))
            self._kept[tenant] = Settled(known, asked.asked_at + counts)

    def failed(self, tenant: str, asked: UnderWay[AnswerT], error: BaseException) -> None:
        """Whoever comes next asks again, unless the server is left in peace for a while."""
        if self._kept.get(tenant) is not asked:
            return
        before = asked.before
        if before is None:
            del self._kept[tenant]
            return
        rest = time.monotonic() + self._time_to_live if may_pass(error) else 0.0
        self._kept[tenant] = before._replace(rest_until=min(rest, self._stale_until(before)))

    def meanwhile(self, asked: UnderWay[AnswerT]) -> Known | None:
        """The answer before, where the server did not answer a moment ago: nobody waits for all of
        its attempts again while there is something to give."""
        before = asked.before
        if before is None or before.rest_until <= 0:
            return None
        return before.known if time.monotonic() < self._stale_until(before) else None

    def instead(self, asked: UnderWay[AnswerT], error: BaseException) -> Known:
        """The answer before, where that may stand in; else raises the error."""
        before = asked.before
        if before is None or not may_pass(error):
            raise error
        if time.monotonic() >= self._stale_until(before):
            raise error
        return before.known

    def _stale_until(self, settled: Settled) -> float:
        return settled.fresh_until + self._stale_for

    def forget(self, tenant: str | None) -> None:
        if tenant is None:
            self._kept.clear()
        else:
            self._kept.pop(tenant, None)


def _is_at_least(least: int, value: Any) -> bool:
    """Nothing compares with what is no number."""
    return isinstance(value, (int, float)) and value >= least
