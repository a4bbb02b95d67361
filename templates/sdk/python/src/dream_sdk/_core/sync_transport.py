"""Requests over ``http.client``, with connections that are kept for the next one."""

from __future__ import annotations

import http.client
import os
import threading
import time
import weakref
from typing import Any

from .answer import Answer, Headers
from .effects import Exchange, Read, Rest
from .body_length import body_length
from .failures import BROKEN, failure_of, refuse_aborted
from .interruption import Interruption
from .origin import Origin
from .timed_connection import Deadline, TimedConnection

_IDLE_CONNECTIONS = 10
_IDLE_SECONDS = 30.0
_PIECE = 65_536


class SyncStream:
    """A body that is still being read, with the connection it comes over."""

    def __init__(self, connection: TimedConnection, response: http.client.HTTPResponse) -> None:
        self.connection = connection
        self.response = response

    def close(self) -> None:
        self.connection.close()


class SyncTransport:
    """A pool of connections to one server. Threads may share it."""

    def __init__(self, base_url: str) -> None:
        self._lock = threading.Lock()
        self._idle: list[tuple[TimedConnection, float]] = []
        self._origin = Origin(base_url)
        self._process = os.getpid()
        self._context: Any = None
        self._let_go()

    def exchange(self, effect: Exchange) -> Answer:
        """Sends a request; the body of a success is left to be read where it is streamed."""
        refuse_aborted(effect.signal)
        request, deadline = effect.request, Deadline(effect.timeout)
        connection = self._connection()
        interruption = Interruption(effect.signal, connection)
        try:
            target = self._origin.path + request.target
            response = connection.send(request, target, deadline)
            # Its headers and its body are in no variable: reports of errors may show those.
            answer = Answer(response.status, Headers(response.getheaders()), b"")
            effect.on_head(answer.status, answer.headers)
            if effect.is_streamed and response.status < 300 and response.status != 204:
                _take_length(response)
                deadline.lift()
                answer.stream = SyncStream(connection, response)
                return answer
            if not 200 <= response.status < 300:
                answer.stream = SyncStream(connection, response)
                return answer
            answer.body = _whole(response)
        except Exception as error:
            connection.close()
            failure_of(error, effect.signal)
        except BaseException:
            connection.close()
            raise
        finally:
            interruption.end()
        self._keep_or_close(connection, response)
        return answer

    def read(self, effect: Read) -> bytes:
        """Some more bytes of a stream, as soon as there are any."""
        refuse_aborted(effect.signal)
        stream: SyncStream = effect.stream
        interruption = Interruption(effect.signal, stream.connection)
        try:
            stream.connection.hurry(effect.timeout)
            octets = _piece(stream.response)
            if not octets and stream.response.length:
                raise http.client.IncompleteRead(b"", stream.response.length)
        except Exception as error:
            stream.close()
            failure_of(error, effect.signal)
        finally:
            interruption.end()
        if not octets:
            refuse_aborted(effect.signal)
        return octets

    def rest(self, effect: Rest) -> bytes:
        """What is left of a body, or what came of it before it broke off."""
        stream: SyncStream = effect.stream
        body = bytearray()
        is_whole = False
        interruption = Interruption(effect.signal, stream.connection)
        try:
            refuse_aborted(effect.signal)
            _take_length(stream.response)
            _read_into(body, stream.response)
            is_whole = not stream.response.length
        except TimeoutError as error:
            # Reports of errors may show it, and a proxy have sent keys back.
            body.clear()
            failure_of(error, effect.signal)
        except BROKEN:
            # The head has said what the answer is.
            is_whole = False
        except BaseException:
            body.clear()
            raise
        finally:
            interruption.end()
            # Before anything is raised: nobody else lets go of it.
            stream.response.close()
            if is_whole:
                self._keep_or_close(stream.connection, stream.response)
            else:
                stream.close()
        octets = bytes(body)
        if effect.signal is not None and effect.signal.is_aborted:
            body.clear()
            octets = b""
        refuse_aborted(effect.signal)
        return octets

    def close_stream(self, stream: SyncStream) -> None:
        stream.close()

    def close(self) -> None:
        """Closes the connections that nobody uses just now."""
        _close_all(self._idle)

    def _let_go(self) -> None:
        # A finalizer of its own would come too late where this is part of a cycle: sockets of the
        # same cycle may be let go of first, and complain that nobody closed them.
        weakref.finalize(self, _close_all, self._idle)

    def _connection(self) -> TimedConnection:
        now = time.monotonic()
        if self._process != os.getpid():
            # A forked process must not write into the connections of its parent, nor wait for a
            # lock that a thread of it held.
            self._process, self._idle, self._lock = os.getpid(), [], threading.Lock()
            self._let_go()
        with self._lock:
            while self._idle:
                connection, since = self._idle.pop()
                if now - since < _IDLE_SECONDS and connection.is_usable():
                    return connection
                connection.close()
        origin = self._origin
        if not origin.is_secure:
            return TimedConnection(http.client.HTTPConnection(origin.host, origin.port))
        if self._context is None:
            import ssl

            self._context = ssl.create_default_context()
        return TimedConnection(
            http.client.HTTPSConnection(origin.host, origin.port, context=self._context)
        )

    def _keep_or_close(
        self, connection: TimedConnection, response: http.client.HTTPResponse
    ) -> None:
        if not response.will_close and not connection.is_interrupted:
            with self._lock:
                if len(self._idle) < _IDLE_CONNECTIONS:
                    self._idle.append((connection, time.monotonic()))
                    return
        connection.close()


def _take_length(response: http.client.HTTPResponse) -> None:
    """Raises an ``HTTPException`` where nobody can say where the body ends: the library goes by the
    first of several lengths, and by no end where it cannot read it."""
    if response.status not in (204, 304):
        length = body_length(response.getheaders())
        response.length = response.length if length is None else length


def _whole(response: http.client.HTTPResponse) -> bytes:
    """The body of a success. Never asks for room for all that a server says it sends."""
    _take_length(response)
    body = bytearray()
    try:
        _read_into(body, response)
        if response.length:
            raise http.client.IncompleteRead(b"", response.length)
    except BaseException:
        # Reports of errors may show it, and a proxy have sent keys back.
        body.clear()
        raise
    # It knows of its end only so, and its connection is not used again before that.
    response.close()
    return bytes(body)


def _read_into(body: bytearray, response: http.client.HTTPResponse) -> None:
    before = -1
    while len(body) > before:
        before = len(body)
        body += _piece(response)


def _piece(response: http.client.HTTPResponse) -> bytes:
    """Some more bytes of a body; none at its end."""
    try:
        return response.read1(_PIECE)
    except ValueError:
        # Which would be taken for one of what was to be sent.
        raise http.client.HTTPException("a body that cannot be read") from None


def _close_all(idle: list[tuple[TimedConnection, float]]) -> None:
    # One after the other: at the end of a process, other threads may still take some.
    while idle:
        try:
            connection, _ = idle.pop()
        except IndexError:
            return
        connection.close()
