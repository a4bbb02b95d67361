"""Requests over the streams of ``asyncio``, with connections that are kept for the next one."""

from __future__ import annotations

import asyncio
import http.client
import time
from typing import Any

from .answer import Answer
from .async_connection import AsyncConnection
from .body_length import body_length
from .effects import Exchange, Read, Rest
from .failures import failure_of, refuse_aborted
from .origin import Origin
from .until_aborted import until_aborted

_IDLE_CONNECTIONS = 10
_IDLE_SECONDS = 30.0


class AsyncTransport:
    """A pool of connections to one server. The tasks of a loop may share it."""

    def __init__(self, base_url: str) -> None:
        self._origin = Origin(base_url)
        self._idle: list[tuple[AsyncConnection, float]] = []
        self._context: Any = None

    async def exchange(self, effect: Exchange) -> Answer:
        """Sends a request; the body of a success is left to be read where it is streamed."""
        refuse_aborted(effect.signal)
        used: list[AsyncConnection] = []
        work = asyncio.wait_for(self._exchange(effect, used), effect.timeout)
        try:
            answer = await until_aborted(work, effect.signal)
            used.clear()
            return answer
        except asyncio.TimeoutError as error:
            failure_of(TimeoutError(str(error)), effect.signal)
        except Exception as error:
            failure_of(error, effect.signal)
        finally:
            # An answer that came together with the end of the call is given to nobody who could
            # let go of it.
            for connection in used:
                connection.close()

    async def read(self, effect: Read) -> bytes:
        """Some more bytes of a stream, as soon as there are any."""
        refuse_aborted(effect.signal)
        connection: AsyncConnection = effect.stream
        try:
            reading = asyncio.wait_for(connection.read(), effect.timeout)
            return await until_aborted(reading, effect.signal)
        except asyncio.TimeoutError as error:
            connection.close()
            failure_of(TimeoutError(str(error)), effect.signal)
        except Exception as error:
            connection.close()
            failure_of(error, effect.signal)

    async def rest(self, effect: Rest) -> bytes:
        """What is left of a body, or what came of it before it broke off."""
        connection: AsyncConnection = effect.stream
        try:
            refuse_aborted(effect.signal)
            left = max(0.0, connection.ends_at - connection.loop.time())
            reading = asyncio.wait_for(self._rest(connection), left)
            return await until_aborted(reading, effect.signal)
        except asyncio.TimeoutError as error:
            connection.close()
            failure_of(TimeoutError(str(error)), effect.signal)
        except BaseException:
            connection.close()
            raise

    def close_stream(self, stream: AsyncConnection) -> None:
        stream.close()

    def close(self) -> None:
        """Closes the connections that nobody uses just now."""
        idle, self._idle = self._idle, []
        for connection, _ in idle:
            connection.close()

    async def _exchange(self, effect: Exchange, used: list[AsyncConnection]) -> Answer:
        ends_at = asyncio.get_running_loop().time() + effect.timeout
        connection = await self._connection()
        used.append(connection)
        connection.ends_at = ends_at
        try:
            # Its headers are in no variable: reports of errors may show those.
            answer = Answer(*await connection.send(effect.request, self._origin), b"", connection)
            effect.on_head(answer.status, answer.headers)
            if 200 <= answer.status < 300 and answer.status != 204:
                # Now, as what the attempt fails by: a stream would be asked for without end.
                body_length(answer.headers.items())
            is_left = effect.is_streamed and answer.status != 204
            if is_left or not 200 <= answer.status < 300:
                return answer
            answer.body, answer.stream = await self._whole(connection), None
            return answer
        except BaseException:
            connection.close()
            raise

    async def _whole(self, connection: AsyncConnection) -> bytes:
        body = bytearray()
        try:
            await _read_into(body, connection)
        except BaseException:
            # Reports of errors may show it, and a proxy have sent keys back.
            body.clear()
            raise
        self._keep_or_close(connection)
        return bytes(body)

    async def _rest(self, connection: AsyncConnection) -> bytes:
        body = bytearray()
        try:
            await _read_into(body, connection)
        except (OSError, EOFError, http.client.HTTPException):
            # The head has said what the answer is.
            connection.close()
        except BaseException:
            # Reports of errors may show it, as above.
            body.clear()
            raise
        else:
            self._keep_or_close(connection)
        return bytes(body)

    def _keep_or_close(self, connection: AsyncConnection) -> None:
        if connection.is_reusable and len(self._idle) < _IDLE_CONNECTIONS:
            self._idle.append((connection, time.monotonic()))
        else:
            connection.close()

    async def _connection(self) -> AsyncConnection:
        loop, now = asyncio.get_running_loop(), time.monotonic()
        for kept in reversed([*self._idle]):
            connection, since = kept
            is_fresh = now - since < _IDLE_SECONDS
            # A connection belongs to the loop it was made in, which may be over, or another
            # thread's.
            if is_fresh and connection.loop is not loop and not connection.loop.is_closed():
                continue
            try:
                self._idle.remove(kept)
            except ValueError:
                continue
            if is_fresh and connection.loop is loop and connection.is_open():
                return connection
            connection.close()
        if self._origin.is_secure and self._context is None:
            import ssl

            self._context = ssl.create_default_context()
        return await AsyncConnection.open(self._origin, self._context)


async def _read_into(body: bytearray, connection: AsyncConnection) -> None:
    before = -1
    while len(body) > before:
        before = len(body)
        body += await connection.read()
