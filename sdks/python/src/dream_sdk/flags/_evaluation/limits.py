"""How far an evaluation goes: more than anybody writes. What would go further is refused."""

from __future__ import annotations

from .read import refuse

MOST_TESTS = 100_000
"""Tests that one evaluation of a flag may ask, those of its segments included."""
DEEPEST = 100
"""Conditions inside conditions."""
DEEPEST_SEGMENT = 50
"""Segments that ask for segments, one below the other."""
LONGEST_CHAIN = 100
"""Flags that hang on flags, one behind the other."""
MOST_WAYS = 10_000
"""Flags that a flag hangs on, counted once for every way there."""

TOO_DEEP = "nested too deeply"
TOO_MANY = "too many prerequisites"


class Budget:
    """How many tests one evaluation may ask, so far."""

    def __init__(self) -> None:
        self.tests = 0

    def spend(self, tests: int) -> None:
        self.tests += tests
        if self.tests > MOST_TESTS:
            refuse("it asks too much")


def check_depth(depth: int) -> None:
    if depth > DEEPEST:
        refuse(TOO_DEEP)
