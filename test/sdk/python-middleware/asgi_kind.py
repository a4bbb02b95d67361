"""Applications that speak ASGI, driven in this process."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from answers import Answer
from scripted_dream import PUBLISHABLE, ScriptedDream

from dream_sdk import AsyncDream
from dream_sdk.middleware.asgi import AsgiMiddleware, AsyncRequestContext, context_of

name = "asgi"
current = context_of
loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()


def client(script: ScriptedDream, **options: Any) -> AsyncDream:
    given: Any = {"publishable_key": PUBLISHABLE, "max_retries": 0, **options}
    return AsyncDream(base_url=script.url, **given)


def middleware(script: ScriptedDream, **options: Any) -> AsgiMiddleware:
    return AsgiMiddleware(client(script), **options)


def app(handle: Callable[[AsyncRequestContext], object], headers: Mapping[str, str] = {}) -> Any:
    """Answers with the text of what ``handle`` gives; raises what it raises."""

    async def handling(scope: Any, receive: Any, send: Any) -> None:
        await send(_start(headers))
        # What asks for permissions does so by awaiting.
        given: Any = handle(context_of())
        if isinstance(given, Awaitable):
            given = await given
        await send({"type": "http.response.body", "body": str(given).encode()})

    return handling


def pieces(parts: list[Any], headers: Mapping[str, str] = {}) -> Any:
    """Answers piece by piece; what is an error among them is raised in its place."""

    async def handling(scope: Any, receive: Any, send: Any) -> None:
        await send(_start(headers))
        for part in parts:
            if isinstance(part, Exception):
                raise part
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    return handling


def authorize(context: Any, permission: str, resource: Any = None) -> Any:
    return context.authorize(permission, resource)


def _start(headers: Mapping[str, str]) -> dict[str, Any]:
    pairs = [(key.lower().encode(), value.encode()) for key, value in headers.items()]
    return {"type": "http.response.start", "status": 200, "headers": pairs}


def ask(application: Any, headers: Mapping[str, str], method: str = "GET") -> Answer:
    """Raises what the server would be left with."""
    pairs = [(key.lower().encode(), value.encode()) for key, value in headers.items()]
    scope = {"type": "http", "method": method, "path": "/", "headers": pairs, "state": {}}
    return asyncio.run_coroutine_threadsafe(_drive(application, scope), loop).result()


async def _drive(application: Any, scope: dict[str, Any]) -> Answer:
    before = {**scope}
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    await application(scope, receive, send)
    # What the server gave may be that of other requests as well.
    assert scope == before and scope["state"] == {}, scope
    start, *bodies = sent
    assert start["type"] == "http.response.start", sent
    assert all(one["type"] == "http.response.body" for one in bodies) and bodies, sent
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], headers, b"".join(one["body"] for one in bodies))
