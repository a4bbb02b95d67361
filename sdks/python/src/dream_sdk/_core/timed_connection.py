"""A connection of ``http.client`` that keeps to a deadline, however slowly bytes come."""

from __future__ import annotations

import http.client
import io
import socket
import time
from contextlib import suppress
from typing import Any, cast

from .effects import Request
from .errand import Errand, NoThreadError
from .quiet import is_quiet
from .signal import AbortSignal

_LONGEST_WAIT = 1e6
_LARGEST_CHUNK = 2**63


class Deadline:
    """The moment by which an attempt must be over."""

    __slots__ = ("_end",)

    def __init__(self, seconds: float | None) -> None:
        self._end = None if seconds is None else time.monotonic() + seconds

    def lift(self) -> None:
        """From now on there is all the time in the world."""
        self._end = None

    def remaining(self) -> float | None:
        """The seconds that are left; raises a ``TimeoutError`` when there are none."""
        if self._end is None:
            return None
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time was over")
        # A socket takes no infinity, and nobody waits for longer.
        return min(left, _LONGEST_WAIT)


class _TimedReader(io.RawIOBase):
    def __init__(self, raw: io.RawIOBase, owner: TimedSocket) -> None:
        self._raw = raw
        self._owner = owner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._owner.hurry()
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class TimedSocket:
    """A socket as ``http.client`` uses one. Every single read is given what is left of the time."""

    def __init__(self, real: socket.socket, deadline: Deadline) -> None:
        self._real = real
        self.deadline = deadline

    def hurry(self) -> None:
        self._real.settimeout(self.deadline.remaining())

    def sendall(self, data: Any) -> None:
        self.hurry()
        self._real.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        raw = cast(io.RawIOBase, self._real.makefile("rb", buffering=0))
        return _AnswerReader(_TimedReader(raw, self))

    def close(self) -> None:
        self._real.close()

    def interrupt(self) -> None:
        """Ends whatever another thread waits for on it."""
        try:
            self._real.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    def fileno(self) -> int:
        return self._real.fileno()

    def is_quiet(self) -> bool:
        """Whether it is open and nothing has come: what nobody asked for spoils it."""
        return is_quiet(self._real.fileno())


class _AnswerReader(io.BufferedReader):
    """Remembers whether a line was asked for when there was none any more."""

    is_over = False

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(-1 if size is None else size)
        self.is_over = not line
        return line


class _FinalResponse(http.client.HTTPResponse):
    """Passes over what a server says before its answer: 103 is an answer to ``http.client``, and
    the real one would be taken for that of the next request. So is a chunk of less than nothing,
    which would go on until the connection ends."""

    def begin(self) -> None:
        reader = self.fp
        super().begin()
        # To ``http.client``, a head ends where the connection does.
        if isinstance(reader, _AnswerReader) and reader.is_over:
            raise http.client.IncompleteRead(b"")

    def _read_status(self) -> tuple[str, int, str]:
        while True:
            # No stub of the library names it.
            head: tuple[str, int, str] = cast(Any, super())._read_status()
            if not 100 < head[1] < 200:
                return head
            http.client.parse_headers(self.fp)

    def _read_next_chunk_size(self) -> int:
        size = -1
        with suppress(ValueError):
            size = cast(Any, super())._read_next_chunk_size()
        if not 0 <= size <= _LARGEST_CHUNK:
            raise http.client.HTTPException("a chunk without a size")
        return size


class TimedConnection:
    """A connection, which is opened with its first request."""

    def __init__(self, plain: http.client.HTTPConnection) -> None:
        plain.response_class = _FinalResponse
        self._plain = plain
        self._socket: TimedSocket | None = None
        self._response: http.client.HTTPResponse | None = None
        self._interruption = AbortSignal()

    def send(self, request: Request, target: str, deadline: Deadline) -> http.client.HTTPResponse:
        """Sends a request and reads the head of its answer.

        Args:
            target: Where to, the path of the server included.
        """
        if self._socket is None:
            self._socket = self._connected(deadline)
        self._socket.deadline = deadline
        try:
            self._response = self._answered(request, target)
        except Exception as error:
            # Not by way of the library: what it holds on the way are the keys that were sent, and
            # reports of errors show that.
            raise error.with_traceback(None)
        return self._response

    def _connected(self, deadline: Deadline) -> TimedSocket:
        plain, seconds = self._plain, deadline.remaining()
        plain.timeout = seconds

        def connect() -> None:
            try:
                plain.connect()
            except BaseException:
                plain.close()
                raise

        try:
            # A name is looked up for as long as that takes, and each of its addresses is given all
            # of the time. Nothing of it can be woken, so it is left.
            Errand(connect, plain.close).result(seconds, self._interruption)
        except NoThreadError:
            # As the process ends, say.
            connect()
        connected = TimedSocket(plain.sock, deadline)
        plain.sock = cast(Any, connected)
        return connected

    def _answered(self, request: Request, target: str) -> http.client.HTTPResponse:
        if self.is_interrupted:
            # It came while there was nothing to interrupt yet; nothing may be sent after it.
            raise OSError("interrupted")
        try:
            self._plain.request(request.method, target, request.body, request.headers)
        except TimeoutError:
            raise
        except OSError as error:
            # A broken pipe, or whatever TLS makes of one.
            return self._early(error)
        return self._plain.getresponse()

    def _early(self, broken: OSError) -> http.client.HTTPResponse:
        """What a server said before it let go in the middle of the request, such as that this is too
        long; else that it let go."""
        try:
            response = self._plain.getresponse()
        except Exception:
            raise broken from None
        response.will_close = True
        return response

    def hurry(self, seconds: float | None) -> None:
        """Gives what is read next so much time, or all the time in the world."""
        if self._socket is not None:
            self._socket.deadline = Deadline(seconds)

    def is_usable(self) -> bool:
        return self._socket is not None and self._socket.is_quiet()

    @property
    def is_interrupted(self) -> bool:
        return self._interruption.is_aborted

    def interrupt(self) -> None:
        self._interruption.abort()
        if self._socket is not None:
            self._socket.interrupt()

    def fileno(self) -> int | None:
        """The number of its socket; None while it has none."""
        number = -1 if self._socket is None else self._socket.fileno()
        return None if number < 0 else number

    def close(self) -> None:
        if self._socket is None:
            # What still connects lets go of it by itself.
            return
        self._plain.close()
        # One that is the last of its connection has the socket to itself.
        if self._response is not None:
            self._response.close()
