"""Who is told of problems by the work of an event loop, beside that work."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Awaitable
from inspect import isawaitable
from typing import Any

from ._problem import OnProblem, tell_problem

_teller: contextvars.ContextVar[Telling | None] = contextvars.ContextVar(
    "dream_permissions_teller", default=None
)


class Telling:
    """What ``on_problem`` gives to be awaited. The work that tells does not wait for it: one that is
    slow, or never ends, would hold it up."""

    def __init__(self, on_problem: OnProblem | None, loop: asyncio.AbstractEventLoop) -> None:
        self._on_problem = on_problem
        self._loop = loop
        # The loop itself keeps tasks no more alive than anybody else does.
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def tasks(self) -> frozenset[asyncio.Task[None]]:
        """Those that are told just now."""
        return frozenset(self._tasks)

    @property
    def asks(self) -> bool:
        """Whether what runs here was begun by who is told."""
        return _teller.get() is self

    def tell(self, problem: str) -> None:
        """In the loop that it is for."""
        context = contextvars.Context()
        context.run(_teller.set, self)
        given: Any = context.run(tell_problem, self._on_problem, problem)
        if isawaitable(given):
            task: asyncio.Task[None] = context.run(self._loop.create_task, _quietly(given))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)


async def _quietly(given: Awaitable[Any]) -> None:
    try:
        await given
    except Exception:
        # Whoever wants to be told must be able to listen.
        return
