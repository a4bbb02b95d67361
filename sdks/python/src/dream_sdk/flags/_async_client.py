"""Flags for programs with asyncio."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any, TypeVar

from ._flags_base import FlagsBase
from ._readiness import wait_of

SelfT = TypeVar("SelfT", bound="AsyncFlagClient")
T = TypeVar("T")

_LAST_REPORT = 2.0


class AsyncFlagClient(FlagsBase):
    """``FlagClient`` for programs with asyncio: asking is the same, and never awaits.

    What was added while a loop ran is told in that loop; it may be a coroutine function.
    """

    async def ready(self, timeout: float = 5.0) -> bool:
        """Waits until there is something to evaluate or the client is off, so many seconds at
        most. True: there is something to evaluate."""
        holder = self._here()
        loop = asyncio.get_running_loop()
        settled = asyncio.Event()
        holder.readiness.when_settled(lambda: _call_in(loop, settled.set))
        try:
            await asyncio.wait_for(settled.wait(), wait_of(timeout))
        except asyncio.TimeoutError:
            return holder.held is not None
        return holder.held is not None

    async def flush(self) -> None:
        """Sends what is to be reported now."""
        reporter = self._here().reporter
        if reporter is not None:
            await asyncio.to_thread(reporter.flush)

    async def close(self) -> None:
        """Reports what is left, for two seconds at most, ends all connections and is OFF. What is
        there is evaluated on."""
        await asyncio.to_thread(self._end, _LAST_REPORT)

    async def __aenter__(self: SelfT) -> SelfT:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    def _heard(self, listener: Callable[[T], Any]) -> Callable[[T], Any]:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return listener
        # The loop itself keeps tasks no more alive than anybody else does.
        tasks: set[asyncio.Task[None]] = set()

        def tell(told: T) -> None:
            try:
                result = listener(told)
            except Exception:
                self._tell("a listener failed")
                return
            if inspect.isawaitable(result):
                task = loop.create_task(self._awaited(result))
                tasks.add(task)
                task.add_done_callback(tasks.discard)

        return lambda told: _call_in(loop, lambda: tell(told))

    async def _awaited(self, result: Awaitable[Any]) -> None:
        try:
            await result
        except Exception:
            self._tell("a listener failed")


def _call_in(loop: asyncio.AbstractEventLoop, work: Callable[[], object]) -> None:
    try:
        loop.call_soon_threadsafe(work)
    except RuntimeError:
        # The loop is over, and whoever waited in it with it.
        return
