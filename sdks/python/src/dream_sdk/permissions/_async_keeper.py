"""Keeps a policy up to date, by tasks of one event loop."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from ._held import Held, held_after, question_for
from ._settings import Settings, is_refusal

if TYPE_CHECKING:
    from .._async_client import AsyncDream

# Seconds after which work that goes on all the same is told again to end.
_TOLD_AGAIN = 1.0


class AsyncKeeper:
    """The policy of an environment, and the work of keeping up with it."""

    def __init__(self, client: AsyncDream, settings: Settings) -> None:
        self.held: Held | None = None
        self.is_closed = False
        self.settled = asyncio.Event()
        self._client = client
        self._settings = settings
        # Questions are counted: one that was wished for while another was under way is asked
        # after it, since it may be about something that the other misses.
        self._wished = 1
        self._asked = 0
        self._wish_came = asyncio.Event()
        self._answer_came = asyncio.Event()
        self._tasks: tuple[asyncio.Task[None], ...] = ()

    def start(self) -> None:
        """Begins where a loop runs; elsewhere, when it is called again in one."""
        if self._tasks or self.is_closed:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        works = [self._keep(), self._listen()] if self._settings.stream else [self._keep()]
        self._tasks = tuple(loop.create_task(work) for work in works)

    def wish(self) -> int:
        """Has the server asked soon. Gives the number of that question."""
        self._wished += 1
        self._wish_came.set()
        return self._wished

    async def refresh(self) -> None:
        """Asks now, and waits until that is over."""
        number = self.wish()
        while self._asked < number and not self.is_closed:
            await self._answer_came.wait()

    async def close(self) -> None:
        self.is_closed = True
        self.settled.set()
        self._answer_came.set()
        going_on = set(self._tasks)
        while going_on:
            for task in going_on:
                task.cancel()
            _, going_on = await asyncio.wait(going_on, timeout=_TOLD_AGAIN)

    async def _keep(self) -> None:
        # Before Python 3.12, ``wait_for`` forgets that it was cancelled where what it waits for
        # comes in the same turn of the loop: to be cancelled is not enough to end.
        while not self.is_closed:
            number = self._wished
            self._wish_came.clear()
            await self._ask()
            if self.is_closed:
                return
            self._asked = number
            # Whoever waits is woken once, and the next answer has an event of its own.
            came, self._answer_came = self._answer_came, asyncio.Event()
            came.set()
            try:
                await asyncio.wait_for(self._wish_came.wait(), self._settings.interval)
            except asyncio.TimeoutError:
                continue

    async def _ask(self) -> None:
        asked_at = time.monotonic()
        try:
            options = question_for(self.held)
            answer = await self._client.raw(self._client.access.policy, options=options)
            self.held = held_after(self.held, answer, asked_at)
            self.settled.set()
        except Exception as error:
            self._tell(error)

    async def _listen(self) -> None:
        # What is applied while no stream is open is heard of by the next question.
        while not self.is_closed:
            try:
                async with self._client.events.stream(types="revision.applied") as told:
                    async for _ in told:
                        if self.is_closed:
                            return
                        self.wish()
                return
            except Exception as error:
                self._tell(error)
                if is_refusal(error):
                    return
            await asyncio.sleep(self._settings.interval)

    def _tell(self, error: Exception) -> None:
        if not self.is_closed:
            self._settings.tell(error)
