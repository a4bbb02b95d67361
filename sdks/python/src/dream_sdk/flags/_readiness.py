"""Those who wait for the first flags."""

from __future__ import annotations

import threading
from collections.abc import Callable

from .._core.latch import Latch

_USUAL_WAIT = 5.0


class Readiness:
    """Settled once there is something to evaluate, or never will be."""

    def __init__(self) -> None:
        self._settled = Latch()
        self._lock = threading.RLock()
        self._waiting: list[Callable[[], None]] = []

    def settle(self) -> None:
        with self._lock:
            self._settled.open()
            waiting, self._waiting = self._waiting, []
        for wake in waiting:
            wake()

    def wait(self, seconds: float) -> None:
        self._settled.wait(wait_of(seconds))

    def when_settled(self, wake: Callable[[], None]) -> None:
        """Calls it once, in whichever thread settles it; at once where that is past."""
        with self._lock:
            if not self._settled.is_open:
                self._waiting.append(wake)
                return
        wake()


def wait_of(seconds: float) -> float:
    """As long as can be waited; what is no time is the usual one."""
    try:
        return min(max(0.0, float(seconds)), threading.TIMEOUT_MAX)
    except (TypeError, ValueError):
        return _USUAL_WAIT
