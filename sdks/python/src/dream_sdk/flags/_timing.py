"""How long a client waits."""

from __future__ import annotations

from typing import NamedTuple


class FlagTiming(NamedTuple):
    """All in seconds.

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
