"""Lets a signal, perhaps of another thread, end what a task waits for."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, TypeVar

from .errors import AbortedError
from .signal import AbortSignal

T = TypeVar("T")


async def until_aborted(work: Coroutine[Any, Any, T], signal: AbortSignal | None) -> T:
    """The result of the work, or an ``AbortedError`` as soon as the signal comes."""
    if signal is None:
        return await work
    # Not before it is needed: resources have their async classes beside the others.
    import asyncio

    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(work)

    def cancel() -> None:
        loop.call_soon_threadsafe(task.cancel)

    unsubscribe = signal.subscribe(cancel)
    try:
        await asyncio.wait((task,))
    except asyncio.CancelledError:
        # The task that calls was cancelled: so is what it waits for.
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        raise
    finally:
        unsubscribe()
    if task.cancelled():
        raise AbortedError("The call was ended by its signal.")
    return task.result()
