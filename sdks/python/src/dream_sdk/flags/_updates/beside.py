"""What asks for the ruleset while a stream brings nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable

from ..._core.signal import AbortSignal
from .poll import Updating, poll, poll_once


class Beside:
    """Work in a thread of its own, which ends with the outer signal at the latest.

    Attributes:
        is_begun: Whether there is such a thread.
    """

    def __init__(self, outer: AbortSignal, work: Callable[[AbortSignal], None]) -> None:
        self._stop = AbortSignal()
        self._unsubscribe = outer.subscribe(self._stop.abort)
        self.is_begun = True
        try:
            start_thread(lambda: work(self._stop))
        except (RuntimeError, MemoryError):
            # No thread can be had: what it was to be beside goes on alone.
            self.is_begun = False
            self.stop()

    def stop(self) -> None:
        self._unsubscribe()
        self._stop.abort()


def substitute(updating: Updating, outer: AbortSignal) -> Beside | None:
    """Polling, for as long as there is no stream; None where it cannot begin now."""
    polling = Beside(outer, lambda stop: poll(updating, stop))
    return polling if polling.is_begun else None


def in_between(updating: Updating, outer: AbortSignal) -> Beside:
    """One question beside a stream that says nothing: something between may let its beginning
    through and keep the rest, and until that is known no flag would be served."""

    def ask(stop: AbortSignal) -> None:
        if not stop.wait(updating.timing.first_word):
            poll_once(updating, stop)

    return Beside(outer, ask)


def start_thread(work: Callable[[], object]) -> None:
    """It is no reason to keep a process running."""
    threading.Thread(target=work, name="dream-flags", daemon=True).start()
