"""Server-sent events, read as the HTML standard says."""

from __future__ import annotations

import codecs
import re


class ServerEvent:
    """One event of a stream.

    Attributes:
        id: The last id that the server gave, this event's or that of an earlier one.
        event: Its type; ``message`` where it has none.
        data: Its text.
        retry: The milliseconds after which to connect again, where this event said so.
    """

    __slots__ = ("data", "event", "id", "retry")

    def __init__(self, id: str | None, event: str, data: str, retry: int | None) -> None:
        self.id = id
        self.event = event
        self.data = data
        self.retry = retry

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ServerEvent):
            return NotImplemented
        return (self.id, self.event, self.data, self.retry) == (
            other.id,
            other.event,
            other.data,
            other.retry,
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"ServerEvent(id={self.id!r}, event={self.event!r}, data={self.data!r})"


_RETRY_DIGITS = 15
_LINE_END = re.compile(r"\r\n|\r|\n")


class EventReader:
    """Takes the bytes of one connection as they come, and gives the events they end."""

    def __init__(self, last_id: str | None) -> None:
        # Of the last block that was whole, events or not: this is what a new connection names.
        self.last_id = last_id
        self._id = last_id
        self.retry: int | None = None
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        # The line that has not ended yet, in pieces: each is looked at once, however many there are.
        self._line: list[str] = []
        self._is_first = True
        self._ended_in_return = False
        self._begin()

    def feed(self, octets: bytes) -> list[ServerEvent]:
        """The events that end within these bytes."""
        text = self._decoder.decode(octets)
        if self._is_first and text:
            self._is_first = False
            text = text.removeprefix("\ufeff")
        events: list[ServerEvent] = []
        for line in self._lines(text):
            if line != "":
                self._field(line)
            elif event := self._dispatched():
                events.append(event)
        return events

    def _lines(self, text: str) -> list[str]:
        # A carriage return ends its line at once; a line feed that follows later is part of it.
        if self._ended_in_return and text:
            text = text.removeprefix("\n")
            self._ended_in_return = False
        if text:
            self._ended_in_return = text.endswith("\r")
        *ended, rest = _LINE_END.split(text)
        lines: list[str] = []
        for line in ended:
            lines.append("".join((*self._line, line)))
            self._line = []
        if rest:
            self._line.append(rest)
        return lines

    def _begin(self) -> None:
        self._data: list[str] = []
        self._event = ""
        self._own_retry: int | None = None

    def _field(self, line: str) -> None:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self._id = value or None
        elif name == "retry" and value.isascii() and value.isdigit():
            # Python reads no number of thousands of digits; nobody waits that long, either.
            self.retry = self._own_retry = int(value.lstrip("0")[:_RETRY_DIGITS] or "0")

    def _dispatched(self) -> ServerEvent | None:
        data, kind, retry = self._data, self._event, self._own_retry
        self._begin()
        self.last_id = self._id
        if not data:
            return None
        return ServerEvent(self.last_id, kind or "message", "\n".join(data), retry)
