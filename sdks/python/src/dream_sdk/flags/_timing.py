"""How long a client waits."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple


class FlagTiming(NamedTuple):
    """All in seconds. In place of less than a thousandth the usual time is taken, but for
    ``first_word``.

    Attributes:
        timeout: Silence after which a question is given up.
        silence: Silence after which a stream counts as dead. Servers say every 15 seconds that
            they are there.
        first_word: Silence after which the ruleset is asked for beside a stream that has brought
            nothing yet.
        first_wait: Before the first further attempt. Doubled after each.
        longest_wait: No wait is longer, whatever the server asks for.
    """

    timeout: float = 10.0
    silence: float = 45.0
    first_word: float = 3.0
    first_wait: float = 1.0
    longest_wait: float = 120.0


def seconds_of(name: str, given: Any, usual: float, on_problem: Callable[[str], None]) -> float:
    """The time; what is none is told, and the usual one taken. Never raises."""
    if isinstance(given, (int, float)) and not isinstance(given, bool):
        try:
            seconds = float(given)
        except OverflowError:
            seconds = math.inf
        if 0 <= seconds < math.inf:
            return seconds
    on_problem(f"{name} is no number of seconds; it is {usual:g} now")
    return usual
