"""Where a client's questions go."""

from __future__ import annotations

import http.client
import os
import time
from collections.abc import Callable, Generator
from typing import Any, NamedTuple

from ..._core.answer import Headers
from ..._core.effects import Request
from ..._core.json_value import as_object, read_json
from ..._core.origin import Origin
from ..._core.retry import retry_after_of
from ..._core.signal import AbortSignal
from ..._core.timed_connection import Deadline, TimedConnection
from ..._version import VERSION
from .attempt import Attempt, failed

RULESET_PATH = "/v1/flag-ruleset"
STREAM_PATH = "/v1/flag-ruleset/stream"
REPORT_PATH = "/v1/flag-reports"
_PIECE = 65_536
_GOOD = (200, 202, 204, 304)
_REFUSALS = {
    401: "the server does not know the key",
    403: "the server does not allow this to the key",
}
_LONGEST_ERROR = 262_144


class Question(NamedTuple):
    """A request.

    Attributes:
        headers: Besides those of every request.
        body: JSON.
        silence: Seconds in place of the server's ``timeout``, once the answer has begun.
    """

    method: str
    path: str
    headers: dict[str, str] = {}
    body: bytes | None = None
    silence: float | None = None


class Server:
    """Each question has a connection of its own, which ends with it.

    Args:
        base_url: Raises ``ConfigurationError`` for what is no address.
        key: A secret key.
        timeout: Seconds of silence after which a question is given up.
    """

    def __init__(self, base_url: str, key: str, timeout: float) -> None:
        self._origin = Origin(base_url)
        self._headers = {
            "authorization": f"Bearer {key}",
            "user-agent": f"dream-sdk-python/{VERSION}",
        }
        self._timeout = timeout
        self._context: Any = None
        self._open: set[TimedConnection] = set()

    def ask(
        self, question: Question, stop: AbortSignal, read: Callable[[HeardAnswer], Attempt]
    ) -> Attempt:
        """Asks, and has an answer of status 200, 202, 204 or 304 read. Never raises: whatever goes
        wrong, while it is read too, is an attempt that failed. Nothing is left open."""
        try:
            connection = self._connection()
        except Exception:
            return failed("the connection failed")
        self._open.add(connection)
        unsubscribe = stop.subscribe(connection.interrupt)
        response: http.client.HTTPResponse | None = None
        try:
            response = self._sent(question, connection)
            answer = HeardAnswer(connection, response, question.silence or self._timeout)
            return _problem_of(answer) or read(answer)
        except TimeoutError:
            return failed("the server was silent for too long")
        except Exception:
            # What is said of a failure may quote the address, or more; none of it is passed on.
            return failed("the connection failed")
        finally:
            unsubscribe()
            self._open.discard(connection)
            if response is not None:
                response.close()
            connection.close()

    def forsake(self) -> None:
        """In a forked process: lets go of the connections of the parent, which goes on using them.

        Each is replaced by nothing at all, not closed: the thread that read from it is not here,
        and a lock that it held would be waited for without an end.
        """
        for connection in self._open:
            number = connection.fileno()
            if number is not None:
                nothing = os.open(os.devnull, os.O_RDWR)
                os.dup2(nothing, number)
                os.close(nothing)
        self._open = set()

    def _sent(self, question: Question, connection: TimedConnection) -> http.client.HTTPResponse:
        headers = {**self._headers, **question.headers}
        if question.body is not None:
            headers["content-type"] = "application/json"
        target = self._origin.path + question.path
        deadline = Deadline(self._timeout)
        request = Request(question.method, question.path, target, headers, question.body)
        return connection.send(request, target, deadline)

    def _connection(self) -> TimedConnection:
        origin = self._origin
        if not origin.is_secure:
            return TimedConnection(http.client.HTTPConnection(origin.host, origin.port))
        if self._context is None:
            import ssl

            self._context = ssl.create_default_context()
        return TimedConnection(
            http.client.HTTPSConnection(origin.host, origin.port, context=self._context)
        )


class HeardAnswer:
    """An answer whose body is read as it comes."""

    def __init__(
        self, connection: TimedConnection, response: http.client.HTTPResponse, silence: float
    ) -> None:
        self.status = response.status
        self.headers = Headers(response.getheaders())
        self._connection = connection
        self._response = response
        self._silence = silence

    def pieces(self) -> Generator[bytes, None, None]:
        """Raises when the connection breaks, or stays silent for too long."""
        while True:
            self._connection.hurry(self._silence)
            piece = self._response.read1(_PIECE)
            if not piece:
                break
            yield piece
        if self._response.length:
            raise http.client.IncompleteRead(b"", self._response.length)

    def text(self) -> str:
        """All of the body. Raises like ``pieces``."""
        return b"".join(self.pieces()).decode("utf-8", "replace")


def _problem_of(answer: HeardAnswer) -> Attempt | None:
    status = answer.status
    if status in _GOOD:
        return None
    if status in _REFUSALS and _is_own(answer):
        return Attempt("refused", _REFUSALS[status], status)
    retry_after = retry_after_of(answer.headers, time.time())
    return Attempt("failed", f"the server answered with status {status}", status, retry_after)


def _is_own(answer: HeardAnswer) -> bool:
    """Whether the server itself says so, with a code: what stands before it, such as a proxy, has
    pages of its own, and lets the key in again later."""
    octets = bytearray()
    for piece in answer.pieces():
        octets += piece
        if len(octets) > _LONGEST_ERROR:
            return False
    try:
        body = as_object(read_json(octets.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        return False
    code = (as_object((body or {}).get("error")) or {}).get("code")
    return isinstance(code, str) and code != ""
