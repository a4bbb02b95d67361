"""Requests that come together, answers that have begun, and what is left alone."""

from __future__ import annotations

import asyncio
import http.client
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import asgi_kind
import wsgi_kind
from scripted_dream import ScriptedDream, bearing, good, user

from dream_sdk import ConfigurationError, ConflictError

CONFLICT = ConflictError(code="seats/taken", message="Taken.", user_message="This seat is taken.")
OF_BODY = {
    "Content-Length": "5",
    "Content-Encoding": "gzip",
    "Content-Disposition": "attachment",
    "ETag": '"1"',
    "Last-Modified": "Thu, 01 Jan 1970 00:00:00 GMT",
}
OF_PAGE = {"content-security-policy": "default-src 'none'", "vary": "Origin"}


def nobody_is_under_way(kind: Any) -> bool:
    try:
        kind.current()
    except ConfigurationError as error:
        return "No middleware has looked at this request" in str(error)
    return False


def come_together(kind: Any) -> None:
    """Every request sees its own user, while others are under way."""
    script = ScriptedDream()
    tokens = {name: good(name) for name in ("ada", "bob")}
    names = {token: name for name, token in tokens.items()}
    script.me = lambda token: (200, user(id=names[token]))
    meeting = threading.Barrier(2)

    def whoever(context: Any) -> str:
        # In the loop nothing may block: there, requests meet while they wait for the server.
        if kind is wsgi_kind:
            meeting.wait()
        return f"{context.user.id} {kind.current().user.id}"

    app = kind.middleware(script).with_tenant(kind.app(whoever))

    def told(name: str) -> str:
        answer = kind.ask(app, bearing(tokens[name]))
        return str(answer.content.decode())

    script.gate.clear()
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(told, name) for name in tokens]
        while len(script.asked) < 2:
            time.sleep(0.001)
        script.gate.set()
        assert [one.result() for one in both] == ["ada ada", "bob bob"]
    assert nobody_is_under_way(kind)


def errors_take_the_place_of_answers(kind: Any) -> None:
    dream = kind.middleware(ScriptedDream())
    headers = {**OF_BODY, **OF_PAGE, "Content-Type": "text/html"}
    token = bearing(good(), X_Request_Id="r1")
    for parts in ([CONFLICT], [b"", CONFLICT]):
        app = dream.error_handler(dream.with_tenant(kind.pieces(parts, headers)))
        # An empty piece begins nothing in WSGI; in ASGI it is the body, as it was asked for.
        if kind is asgi_kind and len(parts) == 2:
            continue
        answer = kind.ask(app, token)
        assert (answer.status, answer.code) == (409, "seats/taken"), answer
        rest = {k: v for k, v in answer.headers.items() if k not in ("date", "server")}
        assert rest == {
            **OF_PAGE,
            "content-type": "application/json; charset=utf-8",
            "content-length": str(len(answer.content)),
            "cache-control": "no-store",
            "x-request-id": "r1",
        }, rest


def what_has_begun_is_broken_off(kind: Any) -> None:
    errors: list[Any] = []
    dream = kind.middleware(ScriptedDream(), on_error=lambda *one: errors.append(one))
    parts = [b"ab", ValueError("in the middle")]
    app = dream.error_handler(dream.with_tenant(kind.pieces(parts, {"Content-Length": "4"})))
    try:
        answer = kind.ask(app, bearing(good()))
    except (http.client.IncompleteRead, ValueError):
        assert errors == []
        return
    raise AssertionError(answer)


def whole_answers_go_by(kind: Any) -> None:
    dream = kind.middleware(ScriptedDream())
    for parts in ([b"a", b"", b"b"], [], [b""]):
        app = dream.error_handler(dream.with_tenant(kind.pieces(parts, {"X-Own": "1"})))
        answer = kind.ask(app, bearing(good()))
        assert (answer.status, answer.content) == (200, b"".join(parts)), answer
        assert answer.headers["x-own"] == "1", answer


def of_wsgi() -> None:
    script = ScriptedDream()
    dream = wsgi_kind.middleware(script)
    closed: list[str] = []

    class Body:
        def __iter__(self) -> Iterator[bytes]:
            yield wsgi_kind.current().user.id.encode()
            yield b" again"

        def close(self) -> None:
            closed.append(wsgi_kind.current().user.id)

    def lazily(environ: Any, start_response: Any) -> Any:
        assert environ["dream.auth"] is wsgi_kind.current(environ)
        start_response("200 OK", [])
        return Body()

    app = dream.error_handler(dream.with_tenant(lazily))
    assert wsgi_kind.ask(app, bearing(good())).content == b"ada again"
    assert closed == ["ada"]

    # The thread of one request is used for others.
    answered: list[Any] = []
    environ = {"REQUEST_METHOD": "GET", "HTTP_AUTHORIZATION": f"Bearer {good()}"}

    def start_response(status: str, _headers: Any, _exc_info: Any = None) -> Any:
        answered.append(status)

    body = app(environ, start_response)
    assert answered == ["200 OK"] and nobody_is_under_way(wsgi_kind)
    assert b"".join(body) == b"ada again" and nobody_is_under_way(wsgi_kind)

    # Written in the old way, an answer has begun.
    def writing(environ: Any, start_response: Any) -> Any:
        start_response("200 OK", [("Content-Length", "4")])(b"ab")
        raise CONFLICT

    try:
        found = wsgi_kind.ask(dream.error_handler(writing), {})
    except http.client.IncompleteRead as error:
        assert error.partial == b"ab"
    else:
        raise AssertionError(found)

    head = wsgi_kind.ask(dream.with_tenant(lazily), {}, method="HEAD")
    assert (head.status, head.content) == (401, b"") and head.headers["content-length"] != "0"


def of_asgi() -> None:
    dream = asgi_kind.middleware(ScriptedDream())
    seen: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append((scope, receive, send, nobody_is_under_way(asgi_kind)))

    async def receive() -> Any:
        return {}

    async def send(message: Any) -> None:
        seen.append(message)

    for wrapped in (
        dream.with_tenant(app),
        dream.require_permission("a:b")(app),
        dream.error_handler(app),
    ):
        for kind in ("lifespan", "websocket"):
            scope: dict[str, Any] = {"type": kind, "headers": []}
            asyncio.run(_through(wrapped, scope, receive, send))
            given = seen.pop()
            assert given[0] is scope and given[1] is receive and given[2] is send and given[3]
            assert not seen and scope == {"type": kind, "headers": []}

    async def state(scope: Any, receive: Any, send: Any) -> None:
        assert scope["state"]["dream"] is asgi_kind.current(scope)
        await asgi_kind.pieces([b"x"])(scope, receive, send)

    assert asgi_kind.ask(dream.with_tenant(state), bearing(good())).content == b"x"

    # A header that came twice is one text with a comma, which holds no token.
    twice = {"Authorization": f"Bearer {good()}", "authorization": f"Bearer {good()}"}
    assert asgi_kind.ask(dream.with_tenant(app), twice).code == "auth/missing-credentials"


async def _through(app: Any, scope: Any, receive: Any, send: Any) -> None:
    await app(scope, receive, send)


def a_request_that_is_given_up() -> None:
    """takes the answer from nobody who waits for the same one."""
    script = ScriptedDream()
    script.gate.clear()
    dream = asgi_kind.middleware(script)
    app = dream.with_tenant(asgi_kind.pieces([b"x"]))
    scope = {"type": "http", "headers": [(b"authorization", f"Bearer {good()}".encode())]}

    async def receive() -> Any:
        return {}

    async def ask() -> list[Any]:
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        await app(scope, receive, send)
        return sent

    async def give_up() -> Any:
        first, second = asyncio.ensure_future(ask()), asyncio.ensure_future(ask())
        while not script.asked:
            await asyncio.sleep(0.001)
        first.cancel()
        await asyncio.sleep(0.01)
        script.gate.set()
        return await second

    assert asyncio.run(give_up())[0]["status"] == 200
    # In another loop, what the first was told still counts.
    assert asyncio.run(ask())[0]["status"] == 200
    assert len(script.asked) == 1, script.asked


for each in (wsgi_kind, asgi_kind):
    come_together(each)
    errors_take_the_place_of_answers(each)
    what_has_begun_is_broken_off(each)
    whole_answers_go_by(each)
of_wsgi()
of_asgi()
a_request_that_is_given_up()
sys.stdout.write("every part was run")
