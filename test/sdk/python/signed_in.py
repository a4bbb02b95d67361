"""A call belongs to whoever was signed in when it was made, however long it takes."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from dream_sdk import AsyncDream, Dream

ADA = ("Bearer ada", "pk_1")
SECRET = ("Bearer sk_1", None)
LIST = {"data": [{"id": "a"}]}
FIRST_PAGE = json.dumps({**LIST, "pagination": {"page": 1, "hasNext": True}})
LAST_PAGE = json.dumps({**LIST, "pagination": {"page": 2, "hasNext": False}})
FIRST_PART = json.dumps({**LIST, "hasMore": True, "nextCursor": "c"})
LAST_PART = json.dumps({**LIST, "hasMore": False, "nextCursor": None})
EVENT = "retry: 1\ndata: a\n\n"


class Server(ThreadingHTTPServer):
    """Gives the next of its bodies for each request, a 503 for each None, and keeps who asked."""

    def __init__(self, *bodies: str | None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.bodies = list(bodies)
        self.asked: list[tuple[str | None, str | None]] = []
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def client(self, kind: Any, **settings: object) -> Any:
        url = f"http://127.0.0.1:{self.server_port}"
        keys = {"secret_key": "sk_1", "publishable_key": "pk_1"}
        return kind(base_url=url, max_retry_delay=0.001, **keys, **settings)

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        headers = self.headers
        self.server.asked.append((headers.get("Authorization"), headers.get("X-Publishable-Key")))
        body = self.server.bodies.pop(0)
        octets = (body or "").encode()
        self.send_response(503 if body is None else 200)
        is_event = body == EVENT
        self.send_header("Content-Type", "text/event-stream" if is_event else "application/json")
        self.send_header("Content-Length", str(len(octets)))
        self.end_headers()
        self.wfile.write(octets)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: what is written to the error stream fails the test."""


def with_either(
    bodies: list[str | None],
    expected: list[tuple[str | None, str | None]],
    act: Callable[[Any], object],
    act_async: Callable[[Any], Any],
    **settings: Any,
) -> None:
    """Does the same with both clients, from which somebody signs out before each retry."""

    async def asynchronous(server: Server) -> None:
        client = server.client(
            AsyncDream, on_retry=lambda _: client.set_user_token(None), **settings
        )
        async with client:
            await act_async(client)

    with Server(*bodies) as server:
        client = server.client(Dream, on_retry=lambda _: client.set_user_token(None), **settings)
        with client:
            act(client)
        assert server.asked == expected, server.asked
    with Server(*bodies) as server:
        asyncio.run(asynchronous(server))
        assert server.asked == expected, server.asked


def get_twice(client: Any) -> None:
    client.me.get()
    client.me.get()


async def get_twice_async(client: Any) -> None:
    await client.me.get()
    await client.me.get()


for token in ("ada", lambda: "ada"):
    # One who signs out while a retry waits is not followed by the secret key, but in the next call.
    with_either(
        [None, "{}", "{}"], [ADA, ADA, SECRET], get_twice, get_twice_async, user_token=token
    )


def lists_of(client: Any) -> list[Any]:
    """Both forms of a list, asked for by whoever is signed in."""
    client.set_user_token("ada")
    lists = [client.tenants.list(), client.audit.entries.list()]
    client.set_user_token(None)
    return lists


def read_lists(client: Any) -> None:
    for one in lists_of(client):
        for _ in one:
            client.set_user_token("eve")


async def read_lists_async(client: Any) -> None:
    for one in lists_of(client):
        async for _ in one:
            client.set_user_token("eve")


# All pages of a list, also one that is read later.
lists = [FIRST_PAGE, None, LAST_PAGE, FIRST_PART, LAST_PART]
with_either(lists, [ADA] * 5, read_lists, read_lists_async)


def streams_of(client: Any) -> tuple[Any, Any]:
    """A document and a stream, asked for by whoever is signed in."""
    client.set_user_token("ada")
    document, stream = client.audit.export(), client.events.stream()
    client.set_user_token(None)
    return document, stream


def read_streams(client: Any) -> None:
    document, stream = streams_of(client)
    assert document.text() == "a"
    with stream:
        for count, _ in enumerate(stream):
            client.set_user_token("eve")
            if count == 1:
                break


async def read_streams_async(client: Any) -> None:
    document, stream = streams_of(client)
    assert await document.text() == "a"
    async with stream:
        count = 0
        async for _ in stream:
            client.set_user_token("eve")
            count += 1
            if count == 2:
                break


# A document, and all connections of a stream.
with_either([None, "a", EVENT, None, EVENT], [ADA] * 5, read_streams, read_streams_async)


async def in_task(client: Any) -> None:
    """A coroutine is a call once it runs: not before, and then for good."""
    task = asyncio.create_task(client.me.get())
    await asyncio.sleep(0)
    client.set_user_token(None)
    await task


def in_thread(client: Any) -> None:
    client.me.get()


with_either([None, "{}"], [ADA, ADA], in_thread, in_task, user_token="ada")

# A function that was taken is asked again; where it gives none, nobody is the server instead.
for get in (get_twice, get_twice_async):
    tokens = ["ada"]
    with Server(None, "{}", "{}") as server:
        kind = AsyncDream if get is get_twice_async else Dream
        client = server.client(
            kind,
            user_token=lambda: tokens.pop() if tokens else None,
            on_retry=lambda _: client.set_user_token(None),
        )
        done = get(client)
        if done is not None:
            asyncio.run(done)
        assert server.asked == [ADA, (None, "pk_1"), SECRET], server.asked
