"""What the middleware of ASGI knows of one request, while it is under way."""

from __future__ import annotations

import asyncio

from .._core.errors import ConfigurationError
from .._core.running_loop import running_loop
from ._asgi_answers import AsgiApp, Receive, Scope, Send
from ._asgi_under_way import aside, under_way, working_at
from ._request_context import AsyncRequestContext
from ._settings import HeaderReader, request_id_of

_RECORD = "dream.request"


class Record:
    """What is known of one request. Each middleware asks for itself: another client, or another
    way to get at the tenant, lets in somebody else."""

    def __init__(self, request_id: str) -> None:
        self.request_id = request_id
        self.contexts: dict[object, AsyncRequestContext] = {}
        self.latest: AsyncRequestContext | None = None
        self.loop = running_loop()


NOBODY_LOOKED = (
    "No middleware has looked at this request: put with_tenant or require_permission around it."
)


def of_requests(handle: AsgiApp, app: AsgiApp) -> AsgiApp:
    """What handles requests of HTTP, each with its record, while it is under way. All else goes by
    untouched to the application."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            with working_at(None):
                await app(scope, receive, send)
            return
        scope, record = _recorded(scope)
        outer = _outer(record)
        with working_at(scope):
            await handle(scope, aside(receive, outer), aside(send, outer))

    return wrapped


def scope_under_way() -> Scope:
    """Raises a ``ConfigurationError`` where no request is under way, or none that was looked at."""
    scope = under_way.get()
    if scope is None:
        raise ConfigurationError(NOBODY_LOOKED)
    return scope


def loop_under_way() -> asyncio.AbstractEventLoop | None:
    """The one that the request under way is answered in; None where there is none that goes on."""
    scope = under_way.get()
    record = None if scope is None else scope.get(_RECORD)
    loop = record.loop if isinstance(record, Record) else None
    return loop if loop is not None and loop.is_running() else None


def _outer(record: Record) -> Scope | None:
    """What is under way around a middleware, where it is of the same request."""
    scope = under_way.get()
    return scope if scope is not None and scope.get(_RECORD) is record else None


def record_of(scope: Scope) -> Record:
    """Raises a ``ConfigurationError`` where no middleware has looked at the request."""
    record = scope.get(_RECORD)
    if not isinstance(record, Record):
        raise ConfigurationError(NOBODY_LOOKED)
    return record


def _recorded(scope: Scope) -> tuple[Scope, Record]:
    """The scope with one record for a request, whoever asks for it. What the server gave is left
    as it is: its state may be that of other requests as well."""
    known = scope.get(_RECORD)
    record = known if isinstance(known, Record) else Record(request_id_of(headers_of(scope)))
    return {**scope, _RECORD: record, "state": {**scope.get("state", {})}}, record


def headers_of(scope: Scope) -> HeaderReader:
    """A header that came twice is one text with a comma: no token, no tenant and no id has one."""

    def header(name: str) -> str | None:
        key = name.encode("latin-1")
        found = [value for one, value in scope["headers"] if one.lower() == key]
        return b", ".join(found).decode("latin-1") if found else None

    return header
