"""Which request an application that speaks WSGI works at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar

from ._wsgi_answers import Environ

P = ParamSpec("P")
T = TypeVar("T")

under_way: ContextVar[Environ | None] = ContextVar("dream_wsgi_request", default=None)


def working_at(environ: Environ, app: Callable[[], Iterable[bytes]]) -> Iterable[bytes]:
    """What the application answers, which finds its request under way whenever it runs, and nobody
    else does: threads are used again. Whatever else the application keeps in its context stays
    there."""
    body = _run(environ, app)
    # Nothing of the application runs any more where all is there.
    return body if isinstance(body, (list, tuple)) else _WorkingBody(environ, body)


class _WorkingBody:
    def __init__(self, environ: Environ, body: Iterable[bytes]) -> None:
        self._environ = environ
        self._body = body
        self._pieces: Iterator[bytes] | None = None

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self._pieces is None:
            self._pieces = _run(self._environ, iter, self._body)
        return _run(self._environ, next, self._pieces)

    def close(self) -> None:
        close: Any = getattr(self._body, "close", None)
        if close is not None:
            _run(self._environ, close)


def _run(environ: Environ, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    token = under_way.set(environ)
    try:
        return call(*args, **kwargs)
    finally:
        under_way.reset(token)
