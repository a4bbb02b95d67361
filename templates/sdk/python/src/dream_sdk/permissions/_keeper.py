"""Keeps a policy up to date, by threads that keep no process running."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from .._core.latch import Latch
from .._core.signal import AbortSignal
from ._held import Held, held_after, question_for
from ._problem import is_refusal
from ._settings import LEAST_PAUSE, Settings

if TYPE_CHECKING:
    from .._client import Dream
    from .._core.options import CallOptions


class _Question:
    """One that is still to be asked."""

    __slots__ = ("is_over", "is_wished")

    def __init__(self) -> None:
        self.is_wished = Latch()
        self.is_over = Latch()


class Keeper:
    """The policy of an environment, and the work of keeping up with it in one process."""

    def __init__(self, client: Dream, settings: Settings, held: Held | None) -> None:
        self.held = held
        self.stop = AbortSignal()
        self.settled = Latch()
        self._client = client
        self._settings = settings
        # What is wished for while one is under way may be about something that it misses. Latches
        # and no condition: what closes this may interrupt a thread that waits here.
        self._next = _Question()
        self._asking: int | None = None
        self._is_asked_again = False
        if held is not None:
            self.settled.open()

    def start(self) -> None:
        _start_thread(self._keep)
        if self._settings.stream:
            _start_thread(self._listen)

    def wish(self) -> None:
        """Has the server asked soon."""
        self._next.is_wished.open()

    def refresh(self) -> None:
        """Asks now, and waits until that is over."""
        # What is told of problems runs on the thread that asks, which must not wait for itself;
        # nor may it ask at once: a server that fails would be asked without end.
        if threading.get_ident() == self._asking:
            self._is_asked_again = True
            return
        question = self._next
        question.is_wished.open()
        question.is_over.wait()

    def close(self) -> None:
        self.stop.abort()
        self.settled.open()
        self._leave()

    def _keep(self) -> None:
        self._asking = threading.get_ident()
        while not self.stop.is_aborted:
            question, self._next = self._next, _Question()
            self._is_asked_again = False
            self._ask()
            question.is_over.open()
            # Looked at once more: who closed this may have left the one before.
            if self.stop.is_aborted:
                break
            interval = LEAST_PAUSE if self._is_asked_again else self._settings.interval
            self._next.is_wished.wait(interval)
        self._leave()

    def _leave(self) -> None:
        """Nobody waits for what is not asked any more."""
        question = self._next
        question.is_wished.open()
        question.is_over.open()

    def _ask(self) -> None:
        asked_at = time.monotonic()
        options = question_for(self.held)
        options["signal"] = self.stop
        try:
            answer = self._client.raw(self._client.access.policy, options=options)
            self.held = held_after(self.held, answer, asked_at)
            self.settled.open()
        except Exception as error:
            self._tell(error)

    def _listen(self) -> None:
        # What is applied while no stream is open is heard of by the next question.
        options: CallOptions = {"signal": self.stop}
        while not self.stop.is_aborted:
            try:
                with self._client.events.stream(types="revision.applied", options=options) as told:
                    for _ in told:
                        self.wish()
                return
            except Exception as error:
                self._tell(error)
                if is_refusal(error):
                    return
            self.stop.wait(self._settings.interval)

    def _tell(self, error: Exception) -> None:
        if not self.stop.is_aborted:
            self._settings.tell(error)


def _start_thread(work: Callable[[], object]) -> None:
    threading.Thread(target=work, name="dream-permissions", daemon=True).start()
