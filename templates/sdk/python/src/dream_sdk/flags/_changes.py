"""Those who want to hear that flags answer otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ._changed_flags import changed_flags
from ._evaluation.read import Source
from ._listeners import Listeners, Unsubscribe


class FlagChange(NamedTuple):
    """Something that changed at once.

    Attributes:
        keys: Flags whose answer may be another now, in alphabetical order.
        revision: Of the environment.
    """

    keys: tuple[str, ...]
    revision: int


class ChangeListeners:
    def __init__(self, on_problem: Callable[[str], None]) -> None:
        self._listeners: Listeners[FlagChange] = Listeners(on_problem)

    def add(self, key: str, listener: Callable[[FlagChange], Any]) -> Unsubscribe:
        """Of one flag, or with ``*`` of all."""

        def told(change: FlagChange) -> Any:
            return listener(change) if key == "*" or key in change.keys else None

        return self._listeners.add(told)

    def tell(self, before: Source | None, after: Source, revision: int) -> None:
        """What changed is worked out only where somebody wants to know."""
        if self._listeners.count == 0:
            return
        keys = changed_flags(before, after)
        if keys:
            self._listeners.tell(FlagChange(tuple(keys), revision))
