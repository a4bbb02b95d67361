"""Looks on while flags are evaluated."""

from __future__ import annotations

import threading
from typing import Any, NamedTuple

from .._evaluation.asked import Now
from .._evaluation.outcome import Outcome
from .._evaluation.read import own
from .copy_context import ReportedContext, copy_context
from .exposures import Exposure, Exposures, experiment_starts, unit_told
from .options import ReportOptions
from .seen_contexts import SeenContexts
from .tally import Count, Tally

# What one report holds; a server takes no more than this of each.
_MOST_OF_EACH = 1_000


class Report(NamedTuple):
    counts: list[Count]
    contexts: list[ReportedContext]
    exposures: list[Exposure]

    @property
    def is_empty(self) -> bool:
        return not (self.counts or self.contexts or self.exposures)

    def to_dict(self) -> dict[str, Any]:
        """As it is sent."""
        told = {
            "counts": [count.to_dict() for count in self.counts],
            "contexts": self.contexts,
            "exposures": [exposure._asdict() for exposure in self.exposures],
        }
        return {name: members for name, members in told.items() if members}


class Observer:
    """Costs little and keeps little. Threads may share it.

    Contexts are read without the lock: a mapping of a program may itself ask for flags.
    """

    def __init__(self, options: ReportOptions, now: Now) -> None:
        # The same thread may come again: by a handler of signals, or when an object is let go of.
        self._lock = threading.RLock()
        self._tally = Tally()
        self._exposures = Exposures(now)
        self._contexts = SeenContexts() if options.contexts else None
        self._own = options.sensitive
        self._sensitive: tuple[Any, ...] = (options.sensitive,)

    def served(self, outcome: Outcome, context: Any, default: Any) -> None:
        """What an outcome comes to, with the default that the code gave."""
        is_taken = outcome.fits(default) or not outcome.has_value
        with self._lock:
            self._tally.count(outcome, is_taken)
            wants = self._contexts is not None and self._contexts.wants()
        if outcome.because.unit is not None and is_taken:
            unit = unit_told(context, outcome.because.unit, self._sensitive)
            if unit is not None:
                with self._lock:
                    self._exposures.add(outcome, unit)
        if wants:
            self._see(context)

    def _see(self, context: Any) -> None:
        copy = copy_context(context, self._sensitive)
        if copy is not None and self._contexts is not None:
            with self._lock:
                self._contexts.add(copy)

    def turn_over(self, ruleset: Any) -> None:
        """To be called when another ruleset takes over."""
        with self._lock:
            self._tally.turn_over()
            self._sensitive = (self._own, own(ruleset, "sensitive"))
            self._exposures.begin(experiment_starts(ruleset))

    def take(self) -> list[Report]:
        """What was seen since the last time. Several where it is more than fits into one."""
        with self._lock:
            self._exposures.withhold(self._sensitive)
            counts = self._tally.take()
            contexts = [] if self._contexts is None else self._contexts.take(self._sensitive)
            reports: list[Report] = []
            while True:
                exposures = self._exposures.take(_MOST_OF_EACH)
                report = Report(counts[:_MOST_OF_EACH], contexts, exposures)
                if report.is_empty:
                    return reports
                reports.append(report)
                counts, contexts = counts[_MOST_OF_EACH:], []

    def put_back(self, report: Report) -> None:
        """Keeps for later what could not be sent. Contexts are a sample: the next one will do."""
        with self._lock:
            self._tally.put_back(report.counts)
            self._exposures.put_back(report.exposures)
