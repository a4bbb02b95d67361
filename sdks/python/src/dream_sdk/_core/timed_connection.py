"""A connection of ``http.client`` that keeps to a deadline, however slowly bytes come."""

from __future__ import annotations

import http.client
import io
import select
import socket
import time
from typing import Any, cast


class Deadline:
    """The moment by which an attempt must be over."""

    __slots__ = ("_end",)

    def __init__(self, seconds: float) -> None:
        self._end: float | None = time.monotonic() + seconds

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
        return left


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
        return io.BufferedReader(_TimedReader(raw, self))

    def close(self) -> None:
        self._real.close()

    def interrupt(self) -> None:
        """Ends whatever another thread waits for on it."""
        try:
            self._real.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    def is_quiet(self) -> bool:
        """Whether it is open and nothing has come: what nobody asked for spoils it."""
        try:
            number = self._real.fileno()
            if hasattr(select, "poll"):
                poll = select.poll()
                poll.register(number, select.POLLIN)
                return number >= 0 and not poll.poll(0)
            return not select.select([number], [], [], 0)[0]
        except (OSError, ValueError):
            return False


class TimedConnection:
    """A connection, which is opened with its first request."""

    def __init__(self, plain: http.client.HTTPConnection) -> None:
        self._plain = plain
        self._socket: TimedSocket | None = None

    def send(
        self,
        method: str,
        target: str,
        headers: dict[str, str],
        body: bytes | None,
        deadline: Deadline,
    ) -> http.client.HTTPResponse:
        """Sends a request and reads the head of its answer."""
        if self._socket is None:
            self._plain.timeout = deadline.remaining()
            self._plain.connect()
            self._socket = TimedSocket(self._plain.sock, deadline)
            self._plain.sock = cast(Any, self._socket)
        self._socket.deadline = deadline
        self._plain.request(method, target, body, headers)
        return self._plain.getresponse()

    def is_usable(self) -> bool:
        return self._socket is not None and self._socket.is_quiet()

    def interrupt(self) -> None:
        if self._socket is not None:
            self._socket.interrupt()

    def close(self) -> None:
        self._plain.close()
