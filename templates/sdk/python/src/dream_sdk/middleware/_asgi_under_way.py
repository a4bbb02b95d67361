"""Which request an application that speaks ASGI works at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from ._asgi_answers import Scope

P = ParamSpec("P")
T = TypeVar("T")

under_way: ContextVar[Scope | None] = ContextVar("dream_asgi_request", default=None)


@contextmanager
def working_at(scope: Scope | None) -> Generator[None, None, None]:
    """What runs in here finds this request under way; with None, no request."""
    token = under_way.set(scope)
    try:
        yield
    finally:
        under_way.reset(token)


def aside(call: Callable[P, Awaitable[T]], outer: Scope | None) -> Callable[P, Awaitable[T]]:
    """The ``receive`` or the ``send`` of a server, which must not find a request under way: it may
    begin the next one of a connection in there, or a websocket, which would be taken for whoever
    sent this one.

    Args:
        outer: What is under way around the application, where that is the same request.
    """

    async def called(*args: P.args, **kwargs: P.kwargs) -> T:
        with working_at(outer):
            return await call(*args, **kwargs)

    return called
