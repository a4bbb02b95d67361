"""Requests over an ``httpx.AsyncClient``, in programs with asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import TYPE_CHECKING, Any, cast

from .answer import Answer
from .effects import Exchange, Read, Rest
from .failures import failure_of, refuse_aborted
from .httpx_clients import AsyncHttpxClient
from .httpx_requests import HttpxRequests, check_async
from .until_aborted import until_aborted

if TYPE_CHECKING:
    from .async_transport import AsyncTransport


class AsyncHttpxStream:
    """An answer whose body is still being read. ``ends_at``: by the clock of the loop."""

    def __init__(self, response: Any, ends_at: float) -> None:
        self.response = response
        self.ends_at = ends_at
        # What listens to the client may have read it.
        is_read = response.is_stream_consumed
        self._pieces: Any = _whole(response) if is_read else response.aiter_raw()

    async def next_piece(self) -> bytes:
        """None at the end."""
        async for piece in self._pieces:
            if piece:
                return bytes(piece)
        return b""

    def close(self) -> None:
        """Begins to close it: what is awaited may be cancelled, and must not be waited for."""
        task = asyncio.ensure_future(self.response.aclose())
        _closing.add(task)
        task.add_done_callback(_closed)


async def _whole(response: Any) -> AsyncGenerator[bytes, None]:
    yield response.content


# Kept until they are done: a loop keeps no task alive.
_closing: set[asyncio.Future[Any]] = set()


def _closed(task: asyncio.Future[Any]) -> None:
    _closing.discard(task)
    if not task.cancelled():
        # What goes wrong with a connection that is let go of concerns nobody.
        task.exception()


class AsyncHttpxTransport:
    """What an ``AsyncDream`` sends goes over the client of its application."""

    def __init__(self, base_url: str, client: AsyncHttpxClient) -> None:
        self._client = client
        self._requests = HttpxRequests(base_url)

    async def exchange(self, effect: Exchange) -> Answer:
        """Sends a request; the body of a success is left to be read where it is streamed."""
        refuse_aborted(effect.signal)
        came: list[AsyncHttpxStream] = []
        try:
            work = asyncio.wait_for(self._exchange(effect, came), effect.timeout)
            answer = await until_aborted(work, effect.signal)
            came.clear()
            return answer
        except Exception as error:
            failure_of(self._named(error), effect.signal)
        finally:
            # An answer that came together with the end of the call is given to nobody who could
            # let go of it.
            for stream in came:
                stream.close()

    async def read(self, effect: Read) -> bytes:
        """Some more bytes of a stream, as soon as there are any."""
        refuse_aborted(effect.signal)
        stream: AsyncHttpxStream = effect.stream
        try:
            reading = asyncio.wait_for(stream.next_piece(), effect.timeout)
            return await until_aborted(reading, effect.signal)
        except Exception as error:
            stream.close()
            failure_of(self._named(error), effect.signal)

    async def rest(self, effect: Rest) -> bytes:
        """What is left of a body, or what came of it before it broke off."""
        stream: AsyncHttpxStream = effect.stream
        try:
            refuse_aborted(effect.signal)
            left = max(0.0, stream.ends_at - asyncio.get_running_loop().time())
            reading = asyncio.wait_for(self._rest(stream), left)
            return await until_aborted(reading, effect.signal)
        except Exception as error:
            failure_of(self._named(error), effect.signal)
        finally:
            stream.close()

    def close_stream(self, stream: AsyncHttpxStream) -> None:
        stream.close()

    def close(self) -> None:
        """The client is its application's to close."""

    async def _exchange(self, effect: Exchange, came: list[AsyncHttpxStream]) -> Answer:
        ends_at = asyncio.get_running_loop().time() + effect.timeout
        request = self._requests.request_of(effect)
        # The keys of this client count, not what the other signs requests with.
        response = await self._client.send(request, stream=True, auth=None, follow_redirects=False)
        stream = AsyncHttpxStream(response, ends_at)
        came.append(stream)
        # Its headers and its body are in no variable: reports of errors may show those.
        answer = self._requests.head_of(response, stream)
        effect.on_head(answer.status, answer.headers)
        is_success = 200 <= answer.status < 300
        if is_success and not (effect.is_streamed and answer.status != 204):
            answer.body, answer.stream = await self._whole(stream), None
        return answer

    async def _whole(self, stream: AsyncHttpxStream) -> bytes:
        body = bytearray()
        try:
            await _read_into(body, stream)
        except BaseException:
            body.clear()
            raise
        return bytes(body)

    async def _rest(self, stream: AsyncHttpxStream) -> bytes:
        body = bytearray()
        try:
            await _read_into(body, stream)
        except BaseException as error:
            if not isinstance(error, Exception) or not isinstance(self._named(error), OSError):
                body.clear()
                raise
            # The head has said what the answer is.
        return bytes(body)

    def _named(self, error: Exception) -> Exception:
        if isinstance(error, asyncio.TimeoutError):
            return TimeoutError(str(error))
        return self._requests.named(error)


async def _read_into(body: bytearray, stream: AsyncHttpxStream) -> None:
    before = -1
    while len(body) > before:
        before = len(body)
        body += await stream.next_piece()


def over_httpx(client: Any) -> Callable[[str], AsyncTransport]:
    """Makes transports over the client, which must be one of httpx."""
    check_async(client)
    # It does all that is asked of the other one.
    return lambda base_url: cast("AsyncTransport", AsyncHttpxTransport(base_url, client))
