"""How long to wait before trying again."""

from __future__ import annotations


def wait_after(
    failures: int, first: float, longest: float, chance: float, asked: float | None
) -> float:
    """Seconds: twice as long after each failure, and somewhere between half of that and all of
    it, so that clients who lost the same server do not come back at the same moment.

    Args:
        failures: In a row, from 1.
        first: Before the first further attempt.
        longest: No wait is longer, whatever a server asks for.
        chance: In [0, 1).
        asked: What the server asked for, which is waited for in full.
    """
    doubled = min(longest, first * 2.0 ** min(max(failures - 1, 0), 30))
    own = doubled * (0.5 + chance / 2)
    return own if asked is None else min(longest, max(asked, own))


def spread(seconds: float, chance: float) -> float:
    """A little earlier or later, so that clients that were started together drift apart."""
    return seconds * (0.9 + chance / 5)
