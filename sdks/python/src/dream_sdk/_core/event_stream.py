"""A stream of server-sent events."""

from __future__ import annotations

from collections.abc import Generator
from types import TracebackType
from typing import TYPE_CHECKING
from weakref import ref

from .connection import Connection
from .leaving import Leaving
from .prepared import Prepared
from .server_events import ServerEvent
from .streaming import events_of
from .sync_run import iterate

if TYPE_CHECKING:
    from .sync_transport import SyncTransport


class EventStream:
    """Events as they come, for as long as they are iterated over.

    A connection that ends is opened again where it stopped. In a ``with`` block the connection
    is closed at its end, however the block is left.
    """

    def __init__(self, connection: Connection[SyncTransport], prepared: Prepared) -> None:
        self._connection = connection
        self._prepared = prepared
        self._events: ref[Generator[ServerEvent, None, None]] | None = None
        self._leaving: Leaving | None = None

    def __iter__(self) -> Generator[ServerEvent, None, None]:
        leaving = Leaving(self._prepared.signal)
        program = events_of(self._prepared.until(leaving.signal))
        events = leaving.until_left(iterate(program, self._connection.transport))
        self._leaving = leaving
        # Not kept alive from here: a loop that is left lets go of it, which closes its connection.
        self._events = ref(events)
        return events

    def __enter__(self) -> EventStream:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the iteration and its connection, from whichever thread."""
        events = None if self._events is None else self._events()
        if self._leaving is not None:
            self._leaving.leave()
        if events is None:
            return
        try:
            events.close()
        except ValueError:
            # Another thread waits in it, and finds its end.
            return
