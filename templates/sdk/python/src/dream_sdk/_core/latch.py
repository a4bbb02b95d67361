"""Something that happens once, and is waited for."""

from __future__ import annotations

import threading


class Latch:
    """Opened once, for good. Any number of threads may wait until it is.

    It may be opened by what interrupts the very thread that waits for it, such as a handler of a
    signal of the process. A ``threading.Event`` may not: both would want its one lock.
    """

    __slots__ = ("_gate", "is_open")

    def __init__(self) -> None:
        self.is_open = False
        # Held until it is open, and by each who waits for just as long as it takes to let it go.
        self._gate = threading.Lock()
        self._gate.acquire()

    def open(self) -> None:
        """Any number of times."""
        self.is_open = True
        self._let_through()

    def wait(self, seconds: float | None = None) -> bool:
        """Waits until it is open, so long at most; absent: without an end. True when it is."""
        if self.is_open:
            return True
        limit = -1.0 if seconds is None else min(max(0.0, seconds), threading.TIMEOUT_MAX)
        try:
            self._gate.acquire(timeout=limit)
        finally:
            if self.is_open:
                self._let_through()
        return self.is_open

    def _let_through(self) -> None:
        try:
            self._gate.release()
        except RuntimeError:
            # Nobody holds it: whoever comes gets through.
            return
