"""Counts what is served."""

from __future__ import annotations

from typing import Any, NamedTuple

from .._evaluation.outcome import Outcome

# Outcomes that are counted one by one; of more than these, as when ever new keys are asked for,
# nobody keeps count.
_MOST_COUNTERS = 20_000
_MOST_COUNTS = 10_000
# A server takes no longer names, and would refuse a whole report for one of them.
_LONGEST_FLAG = 255
_LONGEST_VARIATION = 128


class Count(NamedTuple):
    """How often a variation was served, and why. None: the default given in code."""

    flag: str
    variation: str | None
    reason: str
    times: int

    def to_dict(self) -> dict[str, Any]:
        """As it is sent."""
        return {
            "flag": self.flag,
            "variation": self.variation,
            "reason": self.reason,
            "count": self.times,
        }


class _Counter:
    """Attributes:
    taken: Served, and taken.
    misfits: Of another type than the default, which was taken in its place.
    """

    __slots__ = ("misfits", "taken")

    def __init__(self) -> None:
        self.taken = 0
        self.misfits = 0


class Tally:
    """The same outcome is the same object for as long as a ruleset holds, so an evaluation costs
    one look into a dictionary. Not for several threads at once."""

    def __init__(self) -> None:
        self._counters: dict[Outcome, _Counter] = {}
        self._counts: dict[tuple[str, str | None, str], int] = {}

    def count(self, outcome: Outcome, is_taken: bool) -> None:
        counter = self._counters.get(outcome)
        if counter is None:
            if len(self._counters) >= _MOST_COUNTERS:
                return
            counter = self._counters[outcome] = _Counter()
        if is_taken:
            counter.taken += 1
        else:
            counter.misfits += 1

    def turn_over(self) -> None:
        """To be called when another ruleset takes over: its outcomes are other objects."""
        self._sum_up()
        self._counters = {}

    def take(self) -> list[Count]:
        """All that was counted since the last time."""
        self._sum_up()
        counts = [Count(*key, times) for key, times in self._counts.items()]
        self._counts = {}
        return counts

    def put_back(self, counts: list[Count]) -> None:
        """Counts again what could not be sent; what goes beyond the bound is forgotten."""
        for count in counts:
            self._sum(*count)

    def _sum_up(self) -> None:
        for outcome, counter in self._counters.items():
            self._sum(outcome.flag, outcome.variant, outcome.because.reason, counter.taken)
            self._sum(outcome.flag, None, "ERROR", counter.misfits)
            counter.taken = counter.misfits = 0

    def _sum(self, flag: str, variation: str | None, reason: str, count: int) -> None:
        is_named = 0 < len(flag) <= _LONGEST_FLAG
        if count == 0 or not is_named or not 0 < len(variation or "-") <= _LONGEST_VARIATION:
            return
        key = (flag, variation, reason)
        if key in self._counts or len(self._counts) < _MOST_COUNTS:
            self._counts[key] = self._counts.get(key, 0) + count
