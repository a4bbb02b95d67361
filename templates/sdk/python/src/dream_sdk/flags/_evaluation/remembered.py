"""What a sticky rollout dealt before."""

from __future__ import annotations

from .answers import Answers
from .contract import StickyAssignments
from .outcome import Because, Outcome


class Remembered:
    """The store of a program, for one rollout. One that fails has forgotten; an evaluation never
    fails because of it."""

    def __init__(
        self,
        store: StickyAssignments | None,
        answers: Answers,
        attribute: str,
        split: Because,
        counting: Because,
    ) -> None:
        self._store = store
        self._flag = answers.flag
        self._attribute = attribute
        names = answers.variations if store is not None else ()
        self._plain = {name: answers.of(name, split) for name in names}
        self._counted = {name: answers.of(name, counting) for name in names}

    def outcome(self, unit: str, counts: bool) -> Outcome | None:
        if self._store is None:
            return None
        try:
            name = self._store.get(self._flag, f"{self._attribute}={unit}")
        except Exception:
            return None
        return (self._counted if counts else self._plain).get(name) if name else None

    def remember(self, unit: str, outcome: Outcome) -> None:
        # What is forgotten is dealt alike next time, as long as the percentages stay.
        if self._store is None or outcome.variant is None:
            return
        try:
            self._store.set(self._flag, f"{self._attribute}={unit}", outcome.variant)
        except Exception:
            return
