"""A stream of server-sent events, for ``async for``."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from types import TracebackType
from typing import TYPE_CHECKING
from weakref import ref

from .async_run import iterate
from .connection import Connection
from .leaving import Leaving
from .prepared import Prepared
from .server_events import ServerEvent
from .streaming import events_of

if TYPE_CHECKING:
    from .async_transport import AsyncTransport


class AsyncEventStream:
    """Events as they come, for as long as they are iterated over.

    A connection that ends is opened again where it stopped. In an ``async with`` block the
    connection is closed at its end, however the block is left.
    """

    def __init__(self, connection: Connection[AsyncTransport], prepared: Prepared) -> None:
        self._connection = connection
        self._prepared = prepared
        self._events: ref[AsyncGenerator[ServerEvent, None]] | None = None
        self._leaving: Leaving | None = None

    def __aiter__(self) -> AsyncGenerator[ServerEvent, None]:
        leaving = Leaving(self._prepared.signal)
        program = events_of(self._prepared.until(leaving.signal))
        events = leaving.until_left_async(iterate(program, self._connection.transport))
        self._leaving = leaving
        # Not kept alive from here: a loop that is left lets go of it, which closes its connection.
        self._events = ref(events)
        return events

    async def __aenter__(self) -> AsyncEventStream:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends the iteration and its connection."""
        events = None if self._events is None else self._events()
        if self._leaving is not None:
            self._leaving.leave()
        if events is None:
            return
        try:
            await events.aclose()
        except RuntimeError:
            # Another task waits in it, and finds its end.
            return
