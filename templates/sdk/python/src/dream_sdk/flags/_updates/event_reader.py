"""Server-sent events, from bytes that may be cut anywhere."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

# An event whose data is longer than this is none of ours.
_LONGEST_EVENT = 256 * 1024 * 1024
_LINE_END = re.compile(r"\r\n|\r|\n")
_RETRY = re.compile(r"[0-9]{1,15}")


class Event(NamedTuple):
    """One event; ``message`` is its type where the server names none."""

    type: str
    data: str


class EventReader:
    """Pieces are looked at once, however long an event is.

    Attributes:
        retry: Seconds that the server asks to be left alone before the next connection.
    """

    def __init__(self) -> None:
        self.retry: float | None = None
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._is_first = True
        self._after_return = False
        self._line: list[str] = []
        self._data: list[str] = []
        self._length = 0
        self._type = ""

    def read(self, octets: bytes) -> list[Event]:
        """Events that are complete now. Raises ``ValueError`` for one that is too long."""
        text = self._decoder.decode(octets)
        if self._is_first and text:
            self._is_first = False
            text = text.removeprefix("\ufeff")
        if self._after_return and text:
            # A line feed behind a carriage return belongs to it.
            text = text.removeprefix("\n")
            self._after_return = False
        if text:
            self._after_return = text.endswith("\r")
        *ended, rest = _LINE_END.split(text)
        found: list[Event | None] = []
        for line in ended:
            found.append(self._take("".join((*self._line, line))))
            self._line = []
        self._line.append(rest)
        self._length += len(text)
        if self._length > _LONGEST_EVENT:
            raise ValueError("an event is too long")
        return [event for event in found if event is not None]

    def _take(self, line: str) -> Event | None:
        if line == "":
            return self._finish()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._type = value
        elif name == "retry" and _RETRY.fullmatch(value):
            self.retry = int(value) / 1000
        return None

    def _finish(self) -> Event | None:
        data, kind = self._data, self._type
        self._data, self._type, self._length = [], "", 0
        return Event(kind or "message", "\n".join(data)) if data else None
