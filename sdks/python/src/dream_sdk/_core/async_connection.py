"""A connection of ``asyncio`` that speaks HTTP/1.1, as far as one client needs it."""

from __future__ import annotations

import asyncio
import http.client
import io
import re
from collections.abc import AsyncGenerator
from typing import Any

from .answer import Headers
from .effects import Request
from .body_length import body_length
from .heard_reader import HeardReader
from .origin import Origin
from .quiet import is_quiet
from .running_loop import running_loop

_LONGEST_LINE = 65_536
_PIECE = 65_536
_LARGEST_CHUNK = 2**63
_STATUS = re.compile(r"HTTP/1\.[0-9]+ +([1-9][0-9]{2})(?: .*)?")


class AsyncConnection:
    """One connection. ``is_reusable`` once a body was read to its end and the server agrees."""

    def __init__(self, reader: HeardReader, writer: asyncio.StreamWriter) -> None:
        self.loop = asyncio.get_running_loop()
        self.is_reusable = False
        # The moment, by the clock of the loop, by which what it is used for must be over.
        self.ends_at = 0.0
        self._reader = reader
        self._writer = writer
        self._body: AsyncGenerator[bytes, None] | None = None

    @staticmethod
    async def open(origin: Origin, context: Any) -> AsyncConnection:
        """Connects, with TLS where a context is given."""
        loop = asyncio.get_running_loop()
        reader = HeardReader(limit=_LONGEST_LINE, loop=loop)
        protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
        transport, _ = await loop.create_connection(
            lambda: protocol, origin.host, origin.port, ssl=context
        )
        return AsyncConnection(reader, asyncio.StreamWriter(transport, protocol, reader, loop))

    async def send(self, request: Request, origin: Origin) -> tuple[int, Headers]:
        """Sends a request and reads the head of its answer."""
        self.is_reusable = False
        # That it is all taken is not waited for: a server that has heard enough answers before it is,
        # such as that this is too long, and lets go.
        self._writer.write(_head(request, origin) + (request.body or b""))
        version, status, headers = await self._read_head()
        while 100 <= status < 200:
            version, status, headers = await self._read_head()
        asks_for_end = headers.get("connection", "").lower() == "close"
        is_early = self._writer.transport.get_write_buffer_size() > 0
        wants_close = asks_for_end or version == "HTTP/1.0" or is_early
        self._body = self._pieces(status, headers, wants_close)
        return status, headers

    async def read(self) -> bytes:
        """Some more bytes of the body; none at its end."""
        if self._body is None:
            return b""
        try:
            return await anext(self._body, b"")
        except Exception as error:
            # Not by way of what came before: reports of errors would show it.
            raise error.with_traceback(None)

    def is_open(self) -> bool:
        return not self._writer.is_closing() and not self._has_more() and self._is_quiet()

    def _has_more(self) -> bool:
        # What came behind an answer would be taken for the next one, which may be another user's.
        reading = self._reader.read(1)
        try:
            reading.send(None)
        except (StopIteration, OSError):
            return True
        reading.close()
        return False

    def _is_quiet(self) -> bool:
        # The loop may not have had the time to see that the server closed it.
        real = self._writer.get_extra_info("socket")
        return real is not None and is_quiet(real.fileno())

    def close(self) -> None:
        """Lets go of it at once, from whichever loop: what the server has not taken, or said for a
        good-bye, is not waited for."""
        # The loop of an idle connection may be over; then its socket is, too.
        if self.loop.is_closed():
            return
        if running_loop() is self.loop:
            self._writer.transport.abort()
            return
        try:
            self.loop.call_soon_threadsafe(self._writer.transport.abort)
        except RuntimeError:
            # It ended just now.
            return

    async def _read_head(self) -> tuple[str, int, Headers]:
        line = await self._line()
        status = _STATUS.fullmatch(line.decode("latin-1").rstrip("\r\n"))
        if status is None:
            raise http.client.BadStatusLine("")
        lines = [line]
        while lines[-1] not in (b"\r\n", b"\n"):
            lines.append(await self._line())
        parsed = http.client.parse_headers(io.BytesIO(b"".join(lines[1:])))
        return status[0].partition(" ")[0], int(status[1]), Headers(parsed.items())

    async def _line(self) -> bytes:
        try:
            return await self._reader.readuntil(b"\n")
        except asyncio.LimitOverrunError as error:
            raise http.client.LineTooLong("head") from error

    async def _pieces(
        self, status: int, headers: Headers, wants_close: bool
    ) -> AsyncGenerator[bytes, None]:
        length = None if status in (204, 304) else body_length(headers.items())
        if status in (204, 304):
            pass
        elif headers.get("transfer-encoding", "").lower() == "chunked":
            while (size := _size(await self._line())) > 0:
                async for piece in self._exactly(size):
                    yield piece
                await self._line()
            while await self._line() not in (b"\r\n", b"\n"):
                pass
        elif length is not None:
            async for piece in self._exactly(length):
                yield piece
        else:
            wants_close = True
            while piece := await self._reader.read(_PIECE):
                yield piece
        self.is_reusable = not wants_close

    async def _exactly(self, length: int) -> AsyncGenerator[bytes, None]:
        left = length
        while left > 0:
            piece = await self._reader.read(min(left, _PIECE))
            if not piece:
                raise asyncio.IncompleteReadError(b"", left)
            left -= len(piece)
            yield piece


def _head(request: Request, origin: Origin) -> bytes:
    headers = {"host": origin.host_header, "accept-encoding": "identity", **request.headers}
    if request.body is not None or request.method != "GET":
        headers["content-length"] = str(len(request.body or b""))
    lines = [f"{request.method} {origin.path}{request.target} HTTP/1.1"]
    for name, value in headers.items():
        line = f"{name}: {value}"
        if "\r" in line or "\n" in line:
            raise ValueError("A header of several lines.")
        lines.append(line)
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _size(line: bytes) -> int:
    try:
        size = int(line.split(b";")[0], 16)
    except ValueError:
        size = -1
    if not 0 <= size <= _LARGEST_CHUNK:
        raise http.client.HTTPException("A chunk without a size.")
    return size
