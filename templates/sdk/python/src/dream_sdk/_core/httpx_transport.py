"""Requests over an ``httpx.Client``."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from .answer import Answer
from .effects import Exchange, Read, Rest
from .errand import Errand
from .failures import failure_of, refuse_aborted
from .httpx_clients import HttpxClient
from .httpx_requests import HttpxRequests, check_sync
from .timed_connection import Deadline

if TYPE_CHECKING:
    from .sync_transport import SyncTransport


class HttpxStream:
    """An answer whose body is still being read, perhaps by a thread that nobody waits for."""

    def __init__(self, response: Any, deadline: Deadline) -> None:
        self.response = response
        self.deadline = deadline
        self.is_left = False
        # What listens to the client may have read it. Not ``iter_raw``, which gives the connection
        # to others as soon as the end was read, while a signal may still interrupt it.
        is_read = response.is_stream_consumed
        self._pieces: Any = iter([response.content] if is_read else response.stream)

    def next_piece(self) -> bytes:
        """None at the end."""
        return next((piece for piece in self._pieces if piece), b"")

    def close(self) -> None:
        # What reads from it closes it once it is through.
        if not self.is_left:
            self.response.close()

    def interrupt(self) -> None:
        """Ends whatever another thread waits for on it, where the connection is its alone."""
        if not self.response.http_version.startswith("HTTP/1"):
            return
        wire = self.response.extensions.get("network_stream")
        real = None if wire is None else wire.get_extra_info("socket")
        if real is None:
            return
        try:
            real.shutdown(socket.SHUT_RDWR)
        except OSError:
            return


class HttpxTransport:
    """What a ``Dream`` sends goes over the client of its application. Threads may share it."""

    def __init__(self, base_url: str, client: HttpxClient) -> None:
        self._client = client
        self._requests = HttpxRequests(base_url)

    def exchange(self, effect: Exchange) -> Answer:
        """Sends a request; the body of a success is left to be read where it is streamed."""
        refuse_aborted(effect.signal)
        deadline = Deadline(effect.timeout)
        stream: HttpxStream | None = None
        try:
            stream = self._sent(effect, deadline)
            # Its headers and its body are in no variable: reports of errors may show those.
            answer = self._requests.head_of(stream.response, stream)
            effect.on_head(answer.status, answer.headers)
            is_success = 200 <= answer.status < 300
            if not is_success or (effect.is_streamed and answer.status != 204):
                return answer
            answer.body, answer.stream = self._whole(stream, effect.signal), None
            stream.close()
            return answer
        except Exception as error:
            if stream is not None:
                stream.close()
            failure_of(self._requests.named(error), effect.signal)
        except BaseException:
            if stream is not None:
                stream.close()
            raise

    def read(self, effect: Read) -> bytes:
        """Some more bytes of a stream, as soon as there are any."""
        refuse_aborted(effect.signal)
        stream: HttpxStream = effect.stream
        try:
            return self._piece(stream, effect.timeout, effect.signal)
        except Exception as error:
            stream.close()
            failure_of(self._requests.named(error), effect.signal)

    def rest(self, effect: Rest) -> bytes:
        """What is left of a body, or what came of it before it broke off."""
        stream: HttpxStream = effect.stream
        body = bytearray()
        try:
            refuse_aborted(effect.signal)
            self._read_into(body, stream, effect.signal)
        except Exception as error:
            named = self._requests.named(error)
            if isinstance(named, TimeoutError) or not isinstance(named, OSError):
                body.clear()
                failure_of(named, effect.signal)
            # The head has said what the answer is.
        except BaseException:
            body.clear()
            raise
        finally:
            stream.close()
        refuse_aborted(effect.signal)
        return bytes(body)

    def close_stream(self, stream: HttpxStream) -> None:
        stream.close()

    def close(self) -> None:
        """The client is its application's to close."""

    def _sent(self, effect: Exchange, deadline: Deadline) -> HttpxStream:
        request = self._requests.request_of(effect)
        came: list[Any] = []

        def send() -> Any:
            # The keys of this client count, not what the other signs requests with.
            response = self._client.send(request, stream=True, auth=None, follow_redirects=False)
            came.append(response)
            return response

        def let_go() -> None:
            for response in came:
                response.close()

        errand = Errand(send, let_go)
        try:
            response = errand.result(deadline.remaining(), effect.signal)
        except BaseException:
            # Where somebody still works on it, that one lets go of it.
            if not errand.is_left:
                let_go()
            raise
        return HttpxStream(response, deadline)

    def _whole(self, stream: HttpxStream, signal: Any) -> bytes:
        body = bytearray()
        try:
            self._read_into(body, stream, signal)
        except BaseException:
            body.clear()
            raise
        return bytes(body)

    def _read_into(self, body: bytearray, stream: HttpxStream, signal: Any) -> None:
        before = -1
        while len(body) > before:
            before = len(body)
            body += self._piece(stream, stream.deadline.remaining(), signal)

    def _piece(self, stream: HttpxStream, seconds: float | None, signal: Any) -> bytes:
        errand = Errand(stream.next_piece, stream.response.close, stream.interrupt)
        try:
            piece: bytes = errand.result(seconds, signal)
            return piece
        finally:
            if errand.is_left:
                stream.is_left = True


def over_httpx(client: Any) -> Callable[[str], SyncTransport]:
    """Makes transports over the client, which must be one of httpx."""
    check_sync(client)
    # It does all that is asked of the other one.
    return lambda base_url: cast("SyncTransport", HttpxTransport(base_url, client))
