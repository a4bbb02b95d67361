"""Streams and documents that are closed while somebody else waits for what comes next."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

from dream_sdk import AbortedError, AbortSignal, AsyncDream, Dream

KEY = "sk_test_closing"
HEADS = {
    "text/event-stream": b"data: one\n\n",
    "application/x-ndjson": b"one",
}


class Server:
    """Begins an answer and says no more; knows when whoever asked went away."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.left = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        connection, _ = self._socket.accept()
        with connection, self._socket:
            connection.recv(65_536)
            head = f"HTTP/1.1 200 OK\r\nContent-Type: {self._kind}\r\nContent-Length: 999\r\n\r\n"
            connection.sendall(head.encode() + HEADS[self._kind])
            try:
                while connection.recv(65_536):
                    pass
            except ConnectionError:
                # The end came with what had not been read.
                pass
            self.left.set()


def opened(client: Any, kind: str, options: Any) -> Any:
    if kind == "text/event-stream":
        return client.flags.stream(options=options)
    return client.audit.export(tenant="acme", options=options)


def sync_part(kind: str) -> None:
    server = Server(kind)
    with Dream(base_url=server.url, secret_key=KEY) as client:
        stream = opened(client, kind, {})
        items: list[Any] = []
        ends: list[Any] = []

        def read() -> None:
            try:
                for one in stream:
                    items.append(one)
                ends.append("ended")
            except Exception as error:
                ends.append(error)

        reader = threading.Thread(target=read)
        reader.start()
        wait_until(lambda: len(items) == 1)
        stream.close()
        reader.join()
        assert ends == ["ended"] and len(items) == 1, (ends, items)
        server.left.wait()


async def async_part(kind: str) -> None:
    server = Server(kind)
    async with AsyncDream(base_url=server.url, secret_key=KEY) as client:
        stream = opened(client, kind, {})
        items: list[Any] = []

        async def read() -> str:
            async for one in stream:
                items.append(one)
            return "ended"

        reader = asyncio.create_task(read())
        while not items:
            await asyncio.sleep(0.001)
        await stream.close()
        assert await reader == "ended" and len(items) == 1, items
    await asyncio.to_thread(server.left.wait)


def by_signal(kind: str) -> None:
    """The caller's own signal is an error all the same."""
    server, signal = Server(kind), AbortSignal()
    with Dream(base_url=server.url, secret_key=KEY) as client:
        try:
            for _ in opened(client, kind, {"signal": signal}):
                signal.abort()
        except AbortedError:
            server.left.wait()
            return
    raise AssertionError("no error came")


def wait_until(is_there: Callable[[], bool]) -> None:
    while not is_there():
        time.sleep(0.001)


for one in HEADS:
    sync_part(one)
    asyncio.run(async_part(one))
    by_signal(one)
