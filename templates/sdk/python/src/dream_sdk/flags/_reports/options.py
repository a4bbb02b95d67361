"""What is reported, and how often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

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
