"""What wrapped applications say that is no plain answer, and what is refused at once."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Iterator
from typing import Any

import asgi_kind
import wsgi_kind
from scripted_dream import ScriptedDream, bearing, good

from dream_sdk import ConfigurationError

ENVIRON = {"REQUEST_METHOD": "GET"}


def start_response(*_: Any) -> Any:
    """What a server has for it, of which nothing is asked."""


def names_the_request(kind: Any) -> None:
    """Also where nobody asks who it is of."""
    dream = kind.middleware(ScriptedDream())
    told = kind.ask(dream.error_handler(kind.pieces([b"x"])), {"X-Request-Id": "r1"})
    assert (told.status, told.headers["x-request-id"]) == (200, "r1"), told
    own = kind.pieces([b"x"], {"X-Request-Id": "own"})
    both = dream.error_handler(dream.with_tenant(own))
    for app in (dream.error_handler(own), both):
        answer = kind.ask(app, bearing(good(), X_Request_Id="r1"))
        assert answer.headers["x-request-id"] == "own", answer


def refuses_clients_of_the_other_kind() -> None:
    script = ScriptedDream()
    for kind, other in ((wsgi_kind, asgi_kind), (asgi_kind, wsgi_kind)):
        made: Any = type(kind.middleware(script))
        try:
            made(other.client(script))
        except ConfigurationError:
            continue
        raise AssertionError(f"{made.__name__} took the client of the other kind")


class Pieces:
    """Counts how often it is closed."""

    def __init__(self, *pieces: Any) -> None:
        self._pieces = iter(pieces)
        self.closed = 0

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        return next(self._pieces)

    def close(self) -> None:
        self.closed += 1


def closes_once() -> None:
    """A server that leaves off in the middle closes what it was given, and nobody else does."""
    dream = wsgi_kind.middleware(ScriptedDream())
    body = Pieces(b"a", b"b", b"c")

    def app(environ: Any, start_response: Any) -> Any:
        start_response("200 OK", [])
        return body

    given: Any = dream.error_handler(app)({**ENVIRON}, start_response)
    assert next(given) == b"a"
    given.close()
    del given
    gc.collect()
    assert body.closed == 1, body.closed


def leaves_pieces_as_they_are() -> None:
    """What a server makes of pieces that are no bytes is its own to say."""
    dream = wsgi_kind.middleware(ScriptedDream())
    given = [bytearray(b"abc"), memoryview(b"d")]

    def app(environ: Any, start_response: Any) -> Any:
        start_response("200 OK", [])
        return iter(given)

    found: Any = list(dream.error_handler(app)({**ENVIRON}, start_response))
    assert [one is piece for one, piece in zip(found, given)] == [True, True], found


def hints_begin_no_answer() -> None:
    """An error that comes after them is answered, and they go out at once."""
    dream = asgi_kind.middleware(ScriptedDream())
    sent: list[Any] = []
    hint = {"type": "http.response.early_hint", "links": [b"</a>"]}

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send(hint)
        assert sent == [hint]
        raise ValueError("after a hint")

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {}

    async def ask() -> None:
        await dream.error_handler(app)({"type": "http", "headers": []}, receive, send)

    asyncio.run(ask())
    types = [message["type"] for message in sent]
    assert types == [hint["type"], "http.response.start", "http.response.body"], types
    assert sent[1]["status"] == 500, sent


def headers_that_came_twice() -> None:
    """are one text with a comma, as WSGI servers make of them: one that is no tenant, and none
    that is left out."""
    script = ScriptedDream()
    dream = asgi_kind.middleware(script)
    app = dream.with_tenant(asgi_kind.pieces([b"x"]))
    answer = asgi_kind.ask(app, bearing(good(), X_Tenant_ID="beta", x_tenant_id="gamma"))
    assert (answer.status, answer.code, script.asked) == (400, "auth/malformed-tenant", []), answer
    seen: list[str | None] = []

    def tenant_of(header: Any) -> None:
        seen.extend(header(name) for name in ("x-one", "x-two", "x-three"))

    own = asgi_kind.middleware(script, tenant_of=tenant_of)
    more = {"X_One": "1", "X_Two": "2", "x_two": "3"}
    asgi_kind.ask(own.with_tenant(asgi_kind.pieces([])), bearing(good(), **more))
    assert seen == ["1", "2, 3", None], seen


for each in (wsgi_kind, asgi_kind):
    names_the_request(each)
refuses_clients_of_the_other_kind()
closes_once()
leaves_pieces_as_they_are()
hints_begin_no_answer()
headers_that_came_twice()
sys.stdout.write("every part was run")
