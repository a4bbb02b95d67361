"""Ends calls from outside: from another thread, or from another task."""

from __future__ import annotations

import threading
from collections.abc import Callable

from .latch import Latch


class AbortSignal:
    """Given to a call as ``options={"signal": signal}``; ``abort()`` ends the call.

    One signal may end any number of calls. It cannot be taken back.
    """

    def __init__(self) -> None:
        self._latch = Latch()
        # One that its holder may take again: what handles a signal of the process, or is called as
        # something is let go of, may abort in the middle of what this thread does here.
        self._lock = threading.RLock()
        self._listeners: list[Callable[[], None]] = []

    @property
    def is_aborted(self) -> bool:
        return self._latch.is_open

    def abort(self) -> None:
        """Ends every call that was given this signal, with an ``AbortedError``."""
        self._latch.open()
        self._tell()

    def wait(self, seconds: float) -> bool:
        """Waits until the signal comes, so long at most. True when it came."""
        return self._latch.wait(seconds)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Calls the listener when the signal comes, at once if it has. Gives what ends that."""
        with self._lock:
            self._listeners.append(listener)
        if self._latch.is_open:
            # Not looked at before: it may come in between, and has told the listener then, or will.
            self._tell()
        return lambda: self._unsubscribe(listener)

    def _tell(self) -> None:
        while (listener := self._next_listener()) is not None:
            listener()

    def _next_listener(self) -> Callable[[], None] | None:
        with self._lock:
            try:
                return self._listeners.pop(0)
            except IndexError:
                return None

    def _unsubscribe(self, listener: Callable[[], None]) -> None:
        with self._lock:
            try:
                self._listeners.remove(listener)
            except ValueError:
                # It was told.
                return
