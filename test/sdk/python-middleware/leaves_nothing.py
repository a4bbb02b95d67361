"""What is left of a request once it is over: nothing that the next one could find, nothing kept."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import io
import sys
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import asgi_kind
import wsgi_kind
from scripted_dream import ScriptedDream, bearing, good, wrong

from dream_sdk import ConfigurationError

OTHERS: contextvars.ContextVar[str] = contextvars.ContextVar("others", default="none")


def start_response(*_: Any) -> Any:
    """What a server has for it, of which nothing is asked."""


def whoever(kind: Any) -> str:
    try:
        return str(kind.current().user.id)
    except ConfigurationError:
        return "nobody"


def wrappings(dream: Any) -> list[Callable[[Any], Any]]:
    return [
        dream.with_tenant,
        dream.require_permission("invoice:read"),
        lambda app: dream.error_handler(dream.with_tenant(app)),
        lambda app: dream.with_tenant(dream.error_handler(app)),
    ]


def the_next_request_of_a_connection() -> None:
    """Servers begin it while the one before it receives or sends, in the context it has then."""
    dream = asgi_kind.middleware(ScriptedDream())
    scope = http_scope(good())

    async def ask(wrap: Callable[[Any], Any]) -> list[str]:
        found: list[str] = []
        begun: list[asyncio.Task[None]] = []

        async def next_one(scope: Any, _receive: Any, _send: Any) -> None:
            found.append(f"{scope['type']} {whoever(asgi_kind)}")

        async def begin(what: str) -> None:
            found.append(f"{what} {whoever(asgi_kind)}")
            begun.append(asyncio.create_task(next_one({"type": "http"}, None, None)))
            await asyncio.gather(*begun)

        async def receive() -> Any:
            await begin("receives")
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(_message: Any) -> None:
            await begin("sends")

        async def app(scope: Any, receive: Any, send: Any) -> None:
            await receive()
            await asgi_kind.pieces([])(scope, receive, send)
            found.append(f"works {whoever(asgi_kind)}")
            # A server that begins a websocket in the midst of it, whatever it has done before.
            await wrap(next_one)({"type": "websocket", "headers": []}, receive, send)

        await wrap(app)(scope, receive, send)
        return found

    for wrap in wrappings(dream):
        found = asyncio.run(ask(wrap))
        server_finds = {"receives nobody", "sends nobody", "http nobody", "websocket nobody"}
        assert set(found) == {*server_finds, "works ada"}, found


def middleware_in_between() -> None:
    """What stands between two wrappings works at the same request, also while it is answered."""
    dream = asgi_kind.middleware(ScriptedDream())
    found: list[str] = []

    def between(app: Any) -> Any:
        async def watched(scope: Any, receive: Any, send: Any) -> None:
            async def sent(message: Any) -> None:
                found.append(whoever(asgi_kind))
                await send(message)

            await app(scope, receive, sent)

        return watched

    app = dream.error_handler(between(dream.with_tenant(asgi_kind.pieces([]))))
    assert asgi_kind.ask(app, bearing(good())).status == 200
    assert set(found) == {"ada"}, found


def http_scope(token: str) -> dict[str, Any]:
    headers = [(b"authorization", f"Bearer {token}".encode())]
    return {"type": "http", "method": "GET", "path": "/", "headers": headers}


SAID: tuple[Any, ...] = (
    wrong(401, "auth/expired-token"),
    wrong(500, "internal/error"),
    (200, None),
)


def keeps_no_request_of_wsgi() -> None:
    for said in SAID:
        script = ScriptedDream()
        if said[1] is not None:
            script.me = said
        app = wsgi_kind.middleware(script).with_tenant(wsgi_kind.app(lambda _: "x"))
        inputs: list[weakref.ref[io.BytesIO]] = []
        for name in ("one", "two"):
            environ: dict[str, Any] = {"HTTP_AUTHORIZATION": f"Bearer {good(name)}"}
            environ.update({"REQUEST_METHOD": "GET", "wsgi.input": io.BytesIO()})
            inputs.append(weakref.ref(environ["wsgi.input"]))
            app(environ, start_response)
            del environ
        gc.collect()
        assert [one() for one in inputs] == [None, None], said


class Body:
    """What a request came with."""


def keeps_no_request_of_asgi() -> None:
    held: contextvars.ContextVar[Body] = contextvars.ContextVar("held")

    async def ask(app: Any, token: str) -> weakref.ref[Body]:
        body = Body()
        held.set(body)

        async def receive() -> Any:
            return body

        async def send(_message: Any) -> None:
            assert body is not None

        await app(http_scope(token), receive, send)
        return weakref.ref(body)

    async def ask_twice(app: Any) -> list[weakref.ref[Body]]:
        # Each in a context of its own, as servers do, and two that wait for one answer.
        token = good("one")
        asked = [ask(app, token), ask(app, token), ask(app, good("two"))]
        return list(await asyncio.gather(*asked))

    for said in SAID:
        script = ScriptedDream()
        if said[1] is not None:
            script.me = said
        app = asgi_kind.middleware(script).with_tenant(asgi_kind.app(lambda _: "x"))
        bodies = asyncio.run(ask_twice(app))
        gc.collect()
        assert [one() for one in bodies] == [None, None, None], said


def shares_its_context_with_its_server() -> None:
    """What an application sets for itself is there wherever the server calls it: nothing but who
    is asking is taken away in between."""
    dream = wsgi_kind.middleware(ScriptedDream())
    seen: list[str] = []

    class Lazy:
        def __iter__(self) -> Iterator[bytes]:
            seen.append(f"{OTHERS.get()} {whoever(wsgi_kind)}")
            OTHERS.set("iterated")
            yield b"x"
            seen.append(f"{OTHERS.get()} {whoever(wsgi_kind)}")

        def close(self) -> None:
            seen.append(f"{OTHERS.get()} {whoever(wsgi_kind)}")

    def app(environ: Any, start_response: Any) -> Any:
        OTHERS.set("called")
        start_response("200 OK", [])
        return Lazy()

    for wrap in wrappings(dream):
        seen.clear()
        OTHERS.set("none")
        environ = {"REQUEST_METHOD": "GET", "HTTP_AUTHORIZATION": f"Bearer {good()}"}
        body = wrap(app)(environ, start_response)
        assert (OTHERS.get(), whoever(wsgi_kind)) == ("called", "nobody")
        assert list(body) == [b"x"] and whoever(wsgi_kind) == "nobody"
        OTHERS.set("closing")
        body.close()
        assert seen == ["called ada", "iterated ada", "closing ada"], seen
        assert whoever(wsgi_kind) == "nobody"


the_next_request_of_a_connection()
middleware_in_between()
keeps_no_request_of_wsgi()
keeps_no_request_of_asgi()
shares_its_context_with_its_server()
sys.stdout.write("every part was run")
