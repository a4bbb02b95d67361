"""Keeps a policy up to date, by threads that keep no process running."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from .._core.signal import AbortSignal
from ._held import Held, held_after, question_for
from ._settings import LEAST_PAUSE, Settings, is_refusal

if TYPE_CHECKING:
    from .._client import Dream
    from .._core.options import CallOptions


class Keeper:
    """The policy of an environment, and the work of keeping up with it in one process."""

    def __init__(self, client: Dream, settings: Settings, held: Held | None) -> None:
        self.held = held
        self.stop = AbortSignal()
        self.settled = threading.Event()
        self._client = client
        self._settings = settings
        # Questions are counted: one that was wished for while another was under way is asked
        # after it, since it may be about something that the other misses.
        self._turn = threading.Condition()
        self._wished = 1
        self._asked = 0
        self._asking: int | None = None
        self._is_asked_again = False
        if held is not None:
            self.settled.set()

    def start(self) -> None:
        _start_thread(self._keep)
        if self._settings.stream:
            _start_thread(self._listen)

    def wish(self) -> int:
        """Has the server asked soon. Gives the number of that question."""
        with self._turn:
            self._wished += 1
            self._turn.notify_all()
            return self._wished

    def refresh(self) -> None:
        """Asks now, and waits until that is over."""
        # What is told of problems runs on the thread that asks, which must not wait for itself;
        # nor may it ask at once: a server that fails would be asked without end.
        if threading.get_ident() == self._asking:
            self._is_asked_again = True
            return
        number = self.wish()
        with self._turn:
            self._turn.wait_for(lambda: self._asked >= number or self.stop.is_aborted)

    def close(self) -> None:
        self.stop.abort()
        self.settled.set()
        with self._turn:
            self._turn.notify_all()

    def _keep(self) -> None:
        self._asking = threading.get_ident()
        while not self.stop.is_aborted:
            with self._turn:
                number = self._wished
            self._is_asked_again = False
            self._ask()
            interval = LEAST_PAUSE if self._is_asked_again else self._settings.interval
            with self._turn:
                self._asked = number
                self._turn.notify_all()
                self._turn.wait_for(
                    lambda: self._wished > self._asked or self.stop.is_aborted,
                    min(interval, threading.TIMEOUT_MAX),
                )

    def _ask(self) -> None:
        asked_at = time.monotonic()
        options = question_for(self.held)
        options["signal"] = self.stop
        try:
            answer = self._client.raw(self._client.access.policy, options=options)
            self.held = held_after(self.held, answer, asked_at)
            self.settled.set()
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
            self.stop.wait(min(self._settings.interval, threading.TIMEOUT_MAX))

    def _tell(self, error: Exception) -> None:
        if not self.stop.is_aborted:
            self._settings.tell(error)


def _start_thread(work: Callable[[], object]) -> None:
    threading.Thread(target=work, name="dream-permissions", daemon=True).start()
