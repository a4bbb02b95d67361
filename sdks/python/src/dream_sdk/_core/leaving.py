"""Lets a stream be left from elsewhere: by another thread or task than the one that waits for it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator
from typing import TypeVar

from .errors import AbortedError
from .signal import AbortSignal

T = TypeVar("T")


class Leaving:
    """Ends one iteration, as the caller's own signal does, but without an error.

    ``signal`` is what the iteration goes by.
    """

    def __init__(self, callers: AbortSignal | None) -> None:
        self.signal = AbortSignal()
        self._callers = callers
        self._is_left = False

    def leave(self) -> None:
        """Whoever waits finds the iteration at its end."""
        self._is_left = True
        self.signal.abort()

    def until_left(self, steps: Generator[T, None, object]) -> Generator[T, None, None]:
        """The iteration, which ends quietly where it was left."""
        unsubscribe = self._subscribed()
        try:
            yield from steps
        except AbortedError:
            if not self._is_left:
                raise
        finally:
            unsubscribe()
            steps.close()

    async def until_left_async(self, steps: AsyncGenerator[T, None]) -> AsyncGenerator[T, None]:
        """The same for what is awaited."""
        unsubscribe = self._subscribed()
        try:
            async for step in steps:
                yield step
                # In no variable while the next is waited for: reports of errors may show it.
                del step
        except AbortedError:
            if not self._is_left:
                raise
        finally:
            unsubscribe()
            await steps.aclose()

    def _subscribed(self) -> Callable[[], None]:
        callers = self._callers
        return (lambda: None) if callers is None else callers.subscribe(self.signal.abort)
