"""Who is told of errors by an application that speaks ASGI."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable
from typing import Any

from .._core.running_loop import running_loop
from ._asgi_record import loop_under_way


class Listening:
    """What ``on_error`` gives to be awaited, which goes on beside the request it is about."""

    def __init__(self) -> None:
        # The loop itself keeps tasks no more alive than anybody else does.
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, given: object) -> asyncio.Task[None] | None:
        """Has it awaited, in the loop of the request under way where this thread has none, as that
        of a handler that blocks. None where there is nothing to await, or nothing more."""
        if not inspect.isawaitable(given):
            return None
        work = _quietly(given)
        own = running_loop()
        if own is not None:
            return self._keep(own, work)
        loop = loop_under_way()
        if loop is None:
            asyncio.run(work)
        else:
            try:
                loop.call_soon_threadsafe(self._keep, loop, work)
            except RuntimeError:
                # It ended just now, and nobody else would await it: both would complain of that.
                work.close()
                if inspect.iscoroutine(given):
                    given.close()
        return None

    def _keep(self, loop: asyncio.AbstractEventLoop, work: Any) -> asyncio.Task[None]:
        task: asyncio.Task[None] = loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


async def _quietly(given: Awaitable[Any]) -> None:
    try:
        await given
    except Exception:
        # Whoever wants to be told must be able to listen.
        return
