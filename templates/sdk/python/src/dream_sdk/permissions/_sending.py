"""Sends decisions, by a thread that keeps no process running."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from .._core.latch import Latch
from .._core.signal import AbortSignal
from ._batch import Batch
from ._decision_queue import DecisionQueue
from ._problem import OnProblem, tell_problem

if TYPE_CHECKING:
    from .._client import Dream


class _Round:
    """One that is still to come, in which all is sent that waits when it begins."""

    __slots__ = ("is_over", "is_wished")

    def __init__(self) -> None:
        self.is_wished = Latch()
        self.is_over = Latch()


class Sending:
    """The work of one process: a thread, for as long as anything waits."""

    def __init__(
        self, client: Dream, queue: DecisionQueue, interval: float, on_problem: OnProblem | None
    ) -> None:
        self._client = client
        self._queue = queue
        self._interval = interval
        self._on_problem = on_problem
        self._stop = AbortSignal()
        self._round = _Round()
        # Held by who sends. Nobody waits for it: what interrupts a thread that holds it may be what
        # decides, or closes this.
        self._working = threading.Lock()
        self._sender: int | None = None

    def begin(self) -> None:
        """Sees to what waits."""
        if self._working.acquire(blocking=False):
            # Where no thread can be had, the next decision begins one.
            self._start()
        elif self._queue.is_due:
            self._round.is_wished.open()

    def flush(self, seconds: float | None = None) -> None:
        """Sends what waits now, and waits until that is over, so long at most."""
        # What is told of problems runs on the thread that sends, which must not wait for itself.
        if threading.get_ident() == self._sender:
            return
        if len(self._queue) == 0 and not self._working.locked():
            return
        following = self._round
        following.is_wished.open()
        if self._working.acquire(blocking=False) and not self._start():
            # The interpreter is about to end, and starts no more threads.
            if self._working.acquire(blocking=False):
                self._send_all()
        following.is_over.wait(seconds)

    def end(self, patience: float) -> None:
        """Sends what waits once, and waits for that so many seconds at most."""
        self.flush(patience)
        if threading.get_ident() != self._sender:
            self._stop.abort()
            self._tell(self._queue.clear())

    def _start(self) -> bool:
        thread = threading.Thread(target=self._send_all, name="dream-decisions", daemon=True)
        try:
            thread.start()
        except (RuntimeError, MemoryError):
            self._working.release()
            return False
        return True

    def _send_all(self) -> None:
        """Until nothing waits."""
        is_mine = True
        try:
            while is_mine:
                self._send_round()
                is_mine = self._goes_on()
        finally:
            if is_mine:
                self._sender = None
                self._working.release()

    def _goes_on(self) -> bool:
        if len(self._queue) > 0:
            return True
        self._sender = None
        self._working.release()
        # Looked at once more: what was decided before that found somebody who sends.
        is_wanted = len(self._queue) > 0 or self._round.is_wished.is_open
        return is_wanted and self._working.acquire(blocking=False)

    def _send_round(self) -> None:
        self._sender = threading.get_ident()
        current = self._round
        try:
            current.is_wished.wait(self._queue.seconds_left(self._interval))
        finally:
            # What is wished for from now on may be about something that this one misses.
            self._round = _Round()
        try:
            left = len(self._queue)
            while left > 0 and (batch := self._queue.next_batch()) is not None:
                left -= len(batch)
                self._tell(self._queue.surplus())
                self._tell(self._sent(batch))
                if self._queue.is_held_up:
                    return
        finally:
            current.is_over.open()

    def _sent(self, batch: Batch) -> str | None:
        """What is to be told of it."""
        options = batch.options(is_last=self._queue.is_closed)
        options["signal"] = self._stop
        try:
            report = self._client.access.decisions.report
            answer = report(decisions=batch.params(), options=options)
            return self._queue.answered(batch, answer.raw.get("unknownTenants"))
        except Exception as error:
            # What was given up is counted by who closed it.
            return None if self._stop.is_aborted else self._queue.failed(batch, error)

    def _tell(self, problem: str | None) -> None:
        if problem is not None:
            tell_problem(self._on_problem, problem)
