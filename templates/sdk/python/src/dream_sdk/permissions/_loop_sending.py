"""Sends decisions, by tasks of an event loop."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable
from typing import TYPE_CHECKING

from .._core.running_loop import running_loop
from ._batch import Batch
from ._decision_queue import DecisionQueue
from ._problem import OnProblem
from ._telling import Telling

if TYPE_CHECKING:
    from .._async_client import AsyncDream

# Seconds after which work that goes on all the same is told again to end.
_TOLD_AGAIN = 1.0


class LoopSending:
    """The work of one loop: a timer for as long as anything waits, and a task while it is sent."""

    def __init__(
        self,
        client: AsyncDream,
        queue: DecisionQueue,
        interval: float,
        on_problem: OnProblem | None,
    ) -> None:
        """In the loop that runs."""
        self._client = client
        self._queue = queue
        self._interval = interval
        self._loop = asyncio.get_running_loop()
        self._telling = Telling(on_problem, self._loop)
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def is_here(self) -> bool:
        """Whether it is that of the loop which runs here."""
        return running_loop() is self._loop

    @property
    def goes_on(self) -> bool:
        """Whether its loop runs, in this thread or another."""
        return self._loop.is_running()

    def begin(self) -> None:
        """Sees to what waits; from wherever."""
        is_idle = self._timer is None and self._task is None
        if is_idle or self._queue.is_due:
            self._do(self._begin)

    async def flush(self) -> None:
        """Sends what waits now, and waits until that is over, where that is a matter of this
        loop."""
        if not self.is_here:
            self._do(self._send)
            return
        await self._settled(None)
        self._send()
        await self._settled(None)

    async def end(self, patience: float) -> None:
        """Sends what waits once, and waits for that so many seconds at most, where that is a matter
        of this loop."""
        self._do(self._send)
        if not self.is_here:
            return
        until = self._loop.time() + patience
        while len(self._queue) > 0 and self._loop.time() < until:
            self._send()
            await self._settled(until - self._loop.time())
        self._stop_timer()
        self._tell(self._queue.clear())
        await self._leave(until)

    async def _leave(self, until: float) -> None:
        """Whoever is told has what is left of the time for it."""
        here = asyncio.current_task()
        told = self._telling.tasks - {here}
        if told and self._loop.time() < until:
            await asyncio.wait(told, timeout=until - self._loop.time())
        going_on = {*self._telling.tasks, *self._under_way()} - {here}
        while going_on:
            for task in going_on:
                task.cancel()
            _, going_on = await asyncio.wait(going_on, timeout=_TOLD_AGAIN)

    def _begin(self) -> None:
        if self._task is not None or len(self._queue) == 0:
            return
        seconds = self._queue.seconds_left(self._interval)
        if seconds <= 0:
            self._send()
        elif self._timer is None:
            # In no context of whoever decided, such as a request, which would be kept as long.
            context = contextvars.Context()
            self._timer = self._loop.call_later(seconds, self._send, context=context)

    def _send(self) -> None:
        self._stop_timer()
        if self._task is None and len(self._queue) > 0:
            begin = self._loop.create_task
            self._task = contextvars.Context().run(begin, self._send_waiting())
            # Before anybody is woken: callbacks are called in the order in which they were added.
            self._task.add_done_callback(self._sent)

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._task = None
        # One that others ended is not followed by another: its loop is about to end.
        if not task.cancelled():
            self._begin()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def _settled(self, seconds: float | None) -> None:
        """What is being sent is, or so many seconds are over."""
        under_way = self._under_way()
        if under_way:
            await asyncio.wait(under_way, timeout=seconds)

    def _under_way(self) -> set[asyncio.Task[None]]:
        return set() if self._task is None else {self._task}

    async def _send_waiting(self) -> None:
        left = len(self._queue)
        while left > 0 and (batch := self._queue.next_batch()) is not None:
            left -= len(batch)
            self._tell(self._queue.surplus())
            self._tell(await self._outcome(batch))
            if self._queue.is_held_up:
                return

    async def _outcome(self, batch: Batch) -> str | None:
        """What is to be told of it."""
        options = batch.options(is_last=self._queue.is_closed)
        try:
            report = self._client.access.decisions.report
            answer = await report(decisions=batch.params(), options=options)
            return self._queue.answered(batch, answer.raw.get("unknownTenants"))
        except Exception as error:
            return self._queue.failed(batch, error)

    def _tell(self, problem: str | None) -> None:
        if problem is not None:
            self._telling.tell(problem)

    def _do(self, work: Callable[[], object]) -> None:
        if self.is_here:
            work()
            return
        try:
            self._loop.call_soon_threadsafe(work)
        except RuntimeError:
            # The loop is over; the next in which something is decided sees to it.
            return
