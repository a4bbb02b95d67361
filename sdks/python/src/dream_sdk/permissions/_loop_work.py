"""The work of one event loop for a policy: asking for it, and hearing of its changes."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from .._core.running_loop import running_loop
from ._problem import is_refusal, problem_of
from ._settings import LEAST_PAUSE, Settings
from ._telling import Telling

if TYPE_CHECKING:
    from .._async_client import AsyncDream

# Seconds after which work that goes on all the same is told again to end.
_TOLD_AGAIN = 1.0


class LoopWork:
    """What waits in a loop can be woken in that one only; another loop needs work of its own.

    Attributes:
        settled: Whether there is anything to wait for.
        is_over: Nothing is asked any more.
    """

    def __init__(
        self, client: AsyncDream, settings: Settings, ask: Callable[[], Awaitable[Exception | None]]
    ) -> None:
        """In the loop that runs.

        Args:
            ask: Asks for the policy; gives what it raised.
        """
        self.settled = asyncio.Event()
        self.is_over = False
        self._client = client
        self._settings = settings
        self._ask = ask
        # Questions are counted: one that was wished for while another was under way is asked
        # after it, since it may be about something that the other misses.
        self._wished = 1
        self._asked = 0
        # What is to be asked again, as those wish who are told of problems.
        self._again: asyncio.TimerHandle | None = None
        self._wish_came = asyncio.Event()
        self._answer_came = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._telling = Telling(settings.on_problem, self._loop)
        works = [self._keep(), self._listen()] if settings.stream else [self._keep()]
        # In no context of whoever asks first, such as a request, which would be kept as long.
        begin = self._loop.create_task
        self._tasks = tuple(contextvars.Context().run(begin, work) for work in works)
        # Also where others end it: with its loop, say.
        self._tasks[0].add_done_callback(lambda _: self._end())

    @property
    def is_here(self) -> bool:
        """Whether it is that of the loop which runs here."""
        return running_loop() is self._loop

    @property
    def goes_on(self) -> bool:
        """Whether its loop runs, in this thread or another, and it in that."""
        return self._loop.is_running() and not self.is_over

    def wish(self) -> None:
        """Has the server asked soon; from wherever."""
        if self.is_here:
            self._wish()
        else:
            self._call(self._wish)

    async def refresh(self) -> None:
        """Asks now, and waits until that is over."""
        if not self.is_here:
            self.wish()
            return
        # Who is told of problems may not ask at once, and so not wait for it: a server that fails
        # would be asked without end.
        if self._telling.asks:
            self._ask_again()
            return
        self._wish()
        number = self._wished
        while self._asked < number and not self.is_over:
            await self._answer_came.wait()

    async def end(self) -> None:
        """Waits until it is over, where that is a matter of this loop."""
        if not self.is_here:
            self.leave()
            return
        self._let_go()
        going_on = {*self._tasks, *self._telling.tasks} - {asyncio.current_task()}
        while going_on:
            for task in going_on:
                task.cancel()
            _, going_on = await asyncio.wait(going_on, timeout=_TOLD_AGAIN)

    def leave(self) -> None:
        """Has it end in its loop, should that ever run again."""
        self._call(self._leave)

    def _leave(self) -> None:
        self._end()
        for task in self._telling.tasks:
            task.cancel()

    def _end(self) -> None:
        # Not who is told, who may be the one that ends it.
        self._let_go()
        for task in self._tasks:
            task.cancel()

    def _let_go(self) -> None:
        self.is_over = True
        if self._again is not None:
            self._again.cancel()
        self.settled.set()
        self._answer_came.set()

    def _ask_again(self) -> None:
        is_near = self._again is not None and self._again.when() > self._loop.time()
        if not is_near and not self.is_over:
            self._again = self._loop.call_later(
                LEAST_PAUSE, self._wish, context=contextvars.Context()
            )

    def _wish(self) -> None:
        self._wished += 1
        self._wish_came.set()

    def _call(self, work: Callable[[], object]) -> None:
        try:
            self._loop.call_soon_threadsafe(work)
        except RuntimeError:
            # The loop is over, and whoever waited in it with it.
            return

    async def _keep(self) -> None:
        # Before Python 3.12, ``wait_for`` forgets that it was cancelled where what it waits for
        # comes in the same turn of the loop: to be cancelled is not enough to end.
        while not self.is_over:
            number = self._wished
            self._wish_came.clear()
            error = await self._ask()
            if error is None:
                self.settled.set()
            else:
                self._tell(error)
            if self.is_over:
                return
            self._asked = number
            # Whoever waits is woken once, and the next answer has an event of its own.
            came, self._answer_came = self._answer_came, asyncio.Event()
            came.set()
            try:
                await asyncio.wait_for(self._wish_came.wait(), self._settings.interval)
            except asyncio.TimeoutError:
                continue

    async def _listen(self) -> None:
        # What is applied while no stream is open is heard of by the next question.
        while not self.is_over:
            try:
                async with self._client.events.stream(types="revision.applied") as told:
                    async for _ in told:
                        if self.is_over:
                            return
                        self._wish()
                return
            except Exception as error:
                self._tell(error)
                if self.is_over or is_refusal(error):
                    return
            await asyncio.sleep(self._settings.interval)

    def _tell(self, error: Exception) -> None:
        if not self.is_over:
            self._telling.tell(problem_of(error))
