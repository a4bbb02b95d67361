"""No report of a task that its program cancelled shows a key, or what a server, or a proxy before it, said so far: not by the
variables of a frame. With the word `httpx`, the calls go over a client of it. Ends with a status other than 0 where the SDK is
wrong."""

import asyncio
import contextlib
import importlib
import sys
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

from held import held_on_the_way

from dream_sdk import AbortSignal, AsyncDream

OVER = "httpx" if "httpx" in sys.argv else None
KEY = "sk_test_hidden"
TOKEN = "of.a.userhidden"
SAID = b"the server said so"
# What no report may show, as texts and as bytes.
SECRETS = ("_test_hidden", TOKEN, SAID.decode())
OK = b"HTTP/1.1 200 OK\r\nX-Asked: Bearer %b\r\n" % KEY.encode()
CHUNK = b"%x\r\n%b\r\n" % (len(SAID), SAID)

Call = Callable[[AsyncDream, dict[str, Any]], Awaitable[object]]


def as_in_newer_pythons(work: Any, timeout: float | None) -> Any:
    """Since Python 3.12, `wait_for` has no task of its own: whoever is cancelled is so in the middle of the work."""
    del timeout
    return work


async def get(client: AsyncDream, options: dict[str, Any]) -> object:
    return await client.tenants.get("acme", options=options)


async def list_all(client: AsyncDream, options: dict[str, Any]) -> object:
    return await client.tenants.list(options=options).to_list()


async def iterate(client: AsyncDream, options: dict[str, Any]) -> None:
    async for _ in client.tenants.list(options=options):
        continue


async def create(client: AsyncDream, options: dict[str, Any]) -> object:
    return await client.tenants.create(name="acme", options=options)


async def follow(client: AsyncDream, options: dict[str, Any]) -> None:
    async with client.flags.stream(options=options) as events:
        async for _ in events:
            continue


async def export(client: AsyncDream, options: dict[str, Any]) -> None:
    async for _ in client.audit.export(tenant="acme", options=options):
        continue


async def export_all(client: AsyncDream, options: dict[str, Any]) -> object:
    return await client.audit.export(tenant="acme", options=options).read()


async def raw(client: AsyncDream, options: dict[str, Any]) -> object:
    return await client.raw(client.tenants.get, "acme", options=options)


async def cancelled(
    said: bytes, call: Call, *, is_newer: bool, options: dict[str, Any], **settings: Any
) -> BaseException:
    """What comes of a call that is cancelled while its server has said so much, and goes on to say nothing."""
    has_said, is_left = asyncio.Event(), asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said)
        await writer.drain()
        has_said.set()
        with contextlib.suppress(ConnectionError):
            await reader.read()
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
        is_left.set()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with contextlib.AsyncExitStack() as stack:
        if OVER is not None:
            client = importlib.import_module(OVER).AsyncClient()
            settings["http_client"] = await stack.enter_async_context(client)
        dream = await stack.enter_async_context(AsyncDream(base_url=url, **settings))
        if is_newer:
            stack.callback(setattr, asyncio, "wait_for", asyncio.wait_for)
            setattr(asyncio, "wait_for", as_in_newer_pythons)
        error = await cancelled_after(has_said, asyncio.ensure_future(call(dream, options)))
    await is_left.wait()
    server.close()
    return error


async def cancelled_after(has_said: asyncio.Event, task: asyncio.Future[object]) -> BaseException:
    hears = asyncio.ensure_future(has_said.wait())
    await asyncio.wait((task, hears), return_when=asyncio.FIRST_COMPLETED)
    hears.cancel()
    # It may read what was said; where it has not yet, it holds the less.
    await asyncio.sleep(0.03)
    task.cancel()
    try:
        raise AssertionError(f"it was not cancelled, but gave {await task!r}")
    except asyncio.CancelledError as error:
        assert task.cancelled(), error
        return error


def hidden(said: bytes, call: Call, **settings: Any) -> None:
    settings = {"secret_key": KEY, "max_retries": 0, **settings}
    for is_newer in (False, True):
        for options in ({}, {"signal": AbortSignal()}):
            error = asyncio.run(
                cancelled(said, call, is_newer=is_newer, options=options, **settings)
            )
            held = held_on_the_way(error)
            assert not any(one in held for one in SECRETS), (said, call, is_newer, options, held)


# Nothing of the answer, a part of its head, of what comes before it, and of its body.
for begun in (
    b"",
    SAID,
    OK,
    OK + b"X-More: ",
    b"HTTP/1.1 103 Early Hints\r\nX-Asked: Bearer %b\r\n\r\n" % KEY.encode(),
    OK + b"Content-Length: 99\r\n\r\n" + SAID,
    OK + b"Transfer-Encoding: chunked\r\n\r\n" + CHUNK,
    OK + b"Transfer-Encoding: chunked\r\n\r\n" + CHUNK + CHUNK[:-5],
    OK + b"Connection: close\r\n\r\n" + SAID,
    OK.replace(b"200 OK", b"409 No") + b"Content-Length: 99\r\n\r\n" + SAID,
):
    hidden(begun, get)
for call in (list_all, create, raw):
    hidden(OK + b"Content-Length: 99\r\n\r\n" + SAID, call)
# A user's token beside a key.
hidden(b"", get, secret_key=None, publishable_key="pk_test_hidden", user_token=TOKEN)
# What is asked again a moment later.
later = b"HTTP/1.1 503 No\r\nRetry-After: 9\r\nX-Asked: %b\r\nContent-Length: 0\r\n\r\n" % KEY.encode()
hidden(later, get, max_retries=2)
# Streams and documents, which have given a part.
for framed in (b"Content-Length: 99\r\n\r\n%b", b"Connection: close\r\n\r\n%b"):
    events = framed % (b"data: " + SAID + b"\n\ndata: " + SAID)
    hidden(OK + b"Content-Type: text/event-stream\r\n" + events, follow)
    hidden(OK + b"Content-Type: application/x-ndjson\r\n" + framed % SAID, export)
    hidden(OK + b"Content-Type: application/x-ndjson\r\n" + framed % SAID, export_all)


# Lists, of which a page came.
page = b'{"data": [{"id": "acme", "name": "%b"}], "pagination": {"hasNext": true}}' % SAID
for call in (list_all, iterate):
    hidden(OK + b"Content-Length: %d\r\n\r\n%b" % (len(page), page), call)


# What a program handles while it calls stays its own.
kept: list[list[str]] = []


async def while_handling(client: AsyncDream, options: dict[str, Any]) -> object:
    try:
        raise KeyError("own")
    except KeyError as own:
        try:
            return await get(client, options)
        finally:
            kept.append([frame.name for frame in traceback.extract_tb(own.__traceback__)])


hidden(OK, while_handling)
assert kept == [["while_handling"]] * 4, kept
print("every part was run", end="")
