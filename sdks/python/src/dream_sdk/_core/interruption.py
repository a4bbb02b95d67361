"""Lets a signal end what one call does with a connection."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from .signal import AbortSignal

if TYPE_CHECKING:
    from .timed_connection import TimedConnection


class Interruption:
    """Interrupts the connection when the signal comes, until ``end``: what is done with the
    connection afterwards is another call's, also where the signal comes at that very moment."""

    __slots__ = ("_connection", "_is_over", "_lock", "_unsubscribe")

    def __init__(self, signal: AbortSignal | None, connection: TimedConnection) -> None:
        self._connection = connection
        self._is_over = False
        # The signal may come from what this very thread is interrupted by.
        self._lock = threading.RLock()
        self._unsubscribe = None if signal is None else signal.subscribe(self._interrupt)

    def end(self) -> None:
        """From now on, whether the connection was interrupted changes no more."""
        with self._lock:
            self._is_over = True
        if self._unsubscribe is not None:
            self._unsubscribe()

    def _interrupt(self) -> None:
        with self._lock:
            if not self._is_over:
                self._connection.interrupt()
