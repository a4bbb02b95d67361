"""Those who want to hear of something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Unsubscribe = Callable[[], None]
"""Takes a listener away again. Safe to be called twice."""


class Listeners(Generic[T]):
    """One that raises harms nobody. Threads may share it, and so may a forked process: single
    operations of a dictionary need no lock, which a thread of the parent could hold for ever."""

    def __init__(self, on_problem: Callable[[str], None]) -> None:
        self._listeners: dict[object, Callable[[T], Any]] = {}
        self._on_problem = on_problem

    @property
    def count(self) -> int:
        return len(self._listeners)

    def add(self, listener: Callable[[T], Any]) -> Unsubscribe:
        """The same function may be added several times; each is told, and taken away by itself."""
        mark = object()
        self._listeners[mark] = listener

        def unsubscribe() -> None:
            self._listeners.pop(mark, None)

        return unsubscribe

    def tell(self, told: T) -> None:
        """Tells those who listen at this moment; one that another takes away is not told."""
        for mark in list(self._listeners):
            listener = self._listeners.get(mark)
            if listener is None:
                continue
            try:
                result = listener(told)
                if hasattr(result, "__await__"):
                    # It would complain that nobody awaited it.
                    result.close()
                    self._on_problem("a listener is to be awaited, and was added where no loop ran")
            except Exception:
                self._on_problem("a listener failed")
