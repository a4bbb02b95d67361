"""Keeps a policy up to date, by tasks of an event loop."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from .._core.running_loop import running_loop
from ._held import Held, held_after, question_for
from ._loop_work import LoopWork
from ._settings import Settings

if TYPE_CHECKING:
    from .._async_client import AsyncDream


class AsyncKeeper:
    """The policy of an environment, and the work of keeping up with it."""

    def __init__(self, client: AsyncDream, settings: Settings) -> None:
        self.held: Held | None = None
        self.is_closed = False
        self._client = client
        self._settings = settings
        self._work: LoopWork | None = None

    def start(self) -> None:
        """Begins where a loop runs; elsewhere, when it is called again in one. What another loop
        began that is over, or stands still, begins anew."""
        work = self._work
        if self.is_closed or (work is not None and work.goes_on) or running_loop() is None:
            return
        if work is not None:
            work.leave()
        self._work = LoopWork(self._client, self._settings, self._ask)
        if self.held is not None:
            self._work.settled.set()

    async def settle(self, seconds: float) -> None:
        """Waits until there is a policy or never will be, so long at most."""
        work = self._work
        if work is None or not work.is_here:
            return
        try:
            await asyncio.wait_for(work.settled.wait(), seconds)
        except asyncio.TimeoutError:
            return

    def wish(self) -> None:
        """Has the server asked soon."""
        if self._work is not None:
            self._work.wish()

    async def refresh(self) -> None:
        """Asks now, and waits until that is over."""
        if self._work is not None:
            await self._work.refresh()

    async def close(self) -> None:
        self.is_closed = True
        if self._work is not None:
            await self._work.end()

    async def _ask(self) -> Exception | None:
        asked_at = time.monotonic()
        try:
            options = question_for(self.held)
            answer = await self._client.raw(self._client.access.policy, options=options)
            self.held = held_after(self.held, answer, asked_at)
        except Exception as error:
            return error
        return None
