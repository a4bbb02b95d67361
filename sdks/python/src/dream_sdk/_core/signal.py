"""Ends calls from outside: from another thread, or from another task."""

from __future__ import annotations

import threading
from collections.abc import Callable


class AbortSignal:
    """Given to a call as ``options={"signal": signal}``; ``abort()`` ends the call.

    One signal may end any number of calls. It cannot be taken back.
    """

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._listeners: list[Callable[[], None]] = []

    @property
    def is_aborted(self) -> bool:
        return self._event.is_set()

    def abort(self) -> None:
        """Ends every call that was given this signal, with an ``AbortedError``."""
        with self._lock:
            self._event.set()
            listeners, self._listeners = self._listeners, []
        for listener in listeners:
            listener()

    def wait(self, seconds: float) -> bool:
        """Waits until the signal comes, so long at most. True when it came."""
        return self._event.wait(seconds)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Calls the listener when the signal comes, at once if it has. Gives what ends that."""
        with self._lock:
            if not self._event.is_set():
                self._listeners.append(listener)
                return lambda: self._unsubscribe(listener)
        listener()
        return lambda: None

    def _unsubscribe(self, listener: Callable[[], None]) -> None:
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)
