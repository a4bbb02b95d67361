"""What is reported, and how often."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from .._timing import seconds_of

_NONE: Mapping[str, Sequence[str]] = MappingProxyType({})


class ReportOptions(NamedTuple):
    """What leaves the process.

    Attributes:
        contexts: False: contexts are not sampled; flags are counted, and exposures of experiments
            told.
        interval: Seconds from one report to the next, at least 1.
        sensitive: By kind of context, attributes that are not reported, besides those that the
            server calls sensitive.
    """

    contexts: bool = True
    interval: float = 30.0
    sensitive: Mapping[str, Sequence[str]] = _NONE


def read_report_options(given: Any, on_problem: Callable[[str], None]) -> ReportOptions | None:
    """How it is reported, or None where nothing is. What cannot be meant is told, and the usual
    taken, but for what was to stay secret: then no contexts are told at all. Never raises."""
    if given is None or given is False:
        return None
    usual = ReportOptions()
    if given is True:
        return usual
    if not isinstance(given, ReportOptions):
        on_problem("reports is True, False or ReportOptions; flags are counted, no contexts told")
        return usual._replace(contexts=False)
    interval = seconds_of("reports.interval", given.interval, usual.interval, on_problem)
    sensitive = _copied(given.sensitive)
    if sensitive is None:
        on_problem("reports.sensitive has no lists of attributes by kind; no contexts are told")
    return ReportOptions(
        contexts=sensitive is not None and given.contexts is True,
        interval=interval,
        sensitive=_NONE if sensitive is None else sensitive,
    )


def _copied(given: Any) -> Mapping[str, Sequence[str]] | None:
    """A copy that no later change of the caller's changes; None where it says nothing clear."""
    if not isinstance(given, Mapping):
        return None
    try:
        listed: dict[Any, Any] = {**given}
    except Exception:
        return None
    copied: dict[str, Sequence[str]] = {}
    for kind, names in listed.items():
        # A text by itself would be a list of its letters.
        if not isinstance(kind, str) or isinstance(names, str):
            return None
        try:
            named: list[Any] = [*names]
        except Exception:
            return None
        if not all(isinstance(name, str) for name in named):
            return None
        copied[kind] = named
    return copied
