"""Who took part in experiments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any, NamedTuple

from .._evaluation.asked import Now
from .._evaluation.attribute import reader, unit_of
from .._evaluation.asked import Asked
from .._evaluation.attribute_path import read_attribute
from .._evaluation.outcome import Outcome
from .._evaluation.read import is_record, own
from .._evaluation.values.dates import instant_text
from .sensitive import Sensitive, secrets_of

# Waiting to be sent.
_MOST = 10_000
# Of those told already that are remembered: between this many and twice as many.
_REMEMBERED = 25_000
# Longer than any key; a server takes no longer one.
_LONGEST_UNIT = 1_000
_LONGEST_ATTRIBUTE = 256
_LONGEST_VARIATION = 128
# Attributes that a server takes; for one that it does not it would refuse a whole report.
_TOLD = re.compile(r'[a-z][A-Za-z0-9_-]*(\.([^."\s=][^.\s=]*|"([^"\\]|\\["\\])+"))+')


class Exposure(NamedTuple):
    """Somebody was given a variation in an experiment.

    Attributes:
        by: The attribute that was dealt: ``user.key``.
        unit: Its value.
        at: RFC 3339.
    """

    flag: str
    variation: str
    by: str
    unit: str
    at: str


class Exposures:
    """Each unit of each flag is told once, and again if it is ever given another variation or the
    experiment begins anew. Not for several threads at once."""

    def __init__(self, now: Now) -> None:
        self._now = now
        self._waiting: list[Exposure] = []
        self._lately: set[tuple[str, str, str, str]] = set()
        self._before: set[tuple[str, str, str, str]] = set()
        self._starts: Mapping[str, Any] = {}

    def add(self, outcome: Outcome, unit: str) -> None:
        """For an outcome that counts for an experiment."""
        by, variation = outcome.because.unit or "", outcome.variant or ""
        exposure = (outcome.flag, variation, by, unit)
        if exposure in self._lately or exposure in self._before or len(self._waiting) >= _MOST:
            return
        if len(variation) > _LONGEST_VARIATION:
            return
        self._lately.add(exposure)
        if len(self._lately) >= _REMEMBERED:
            self._before, self._lately = self._lately, set()
        moment = datetime.fromtimestamp(self._now() / 1000, timezone.utc)
        self._waiting.append(Exposure(*exposure, instant_text(moment) or ""))

    def begin(self, starts: Mapping[str, Any]) -> None:
        """Of the flags that have an experiment now, the start it says. What was told of one that
        has another is told again."""
        before = self._starts

        def goes_on(exposure: tuple[str, str, str, str]) -> bool:
            flag = exposure[0]
            return flag in starts and flag in before and starts[flag] == before[flag]

        self._lately = set(filter(goes_on, self._lately))
        self._before = set(filter(goes_on, self._before))
        self._starts = starts

    def withhold(self, sensitive: Sensitive) -> None:
        """Forgets those of attributes that have become sensitive since."""
        self._waiting = [one for one in self._waiting if may_be_told(one.by, sensitive)]

    def take(self, count: int) -> list[Exposure]:
        """At most so many, the oldest first."""
        taken, self._waiting = self._waiting[:count], self._waiting[count:]
        return taken

    def put_back(self, exposures: list[Exposure]) -> None:
        self._waiting = [*exposures, *self._waiting][:_MOST]


def unit_told(context: Any, by: str | None, sensitive: Sensitive) -> str | None:
    """The value that was dealt. None where it is not there, or may not be told."""
    if by is None or len(by) > _LONGEST_ATTRIBUTE or not _TOLD.fullmatch(by):
        return None
    if not may_be_told(by, sensitive):
        return None
    unit = unit_of(reader(*read_attribute(by))(Asked(context, _never)))
    return unit if unit and len(unit) <= _LONGEST_UNIT else None


def may_be_told(by: str, sensitive: Sensitive) -> bool:
    """Whether the attribute neither is nor is part of a sensitive one."""
    kind, path = read_attribute(by)
    return path[0] not in secrets_of(kind, sensitive)


def experiment_starts(ruleset: Any) -> dict[str, Any]:
    """Flags of a ruleset that have an experiment, with the start it says."""
    flags = own(ruleset, "flags")
    experiments = {key: own(flag, "experiment") for key, flag in _entries(flags)}
    return {key: own(one, "start") for key, one in experiments.items() if is_record(one)}


def _entries(value: Any) -> list[tuple[str, Any]]:
    return list(value.items()) if is_record(value) else []


def _never() -> float:
    return 0
