"""Answers in the form of WSGI."""

from __future__ import annotations

import contextvars
from collections.abc import Callable, Iterable, Iterator
from http import HTTPStatus
from typing import Any

from ._error_answer import ErrorAnswer, is_about_body

Environ = dict[str, Any]
HeaderList = list[tuple[str, str]]
StartResponse = Callable[..., Callable[[bytes], object]]
WsgiApp = Callable[[Environ, StartResponse], Iterable[bytes]]


def send_answer(
    answer: ErrorAnswer,
    environ: Environ,
    start_response: StartResponse,
    before: HeaderList,
    exc_info: Any = None,
) -> Iterable[bytes]:
    """Sends an error. Raises it where another answer has begun.

    Args:
        before: The headers that were set for what was to be answered.
    """
    content = answer.content
    headers = {**answer.headers, "Content-Length": str(len(content))}
    names = {name.lower() for name in headers}
    kept = [one for one in before if one[0].lower() not in names and not is_about_body(one[0])]
    start_response(_line(answer.status), [*kept, *headers.items()], exc_info)
    return [] if environ.get("REQUEST_METHOD") == "HEAD" else [content]


def with_request_id(start_response: StartResponse, request_id: str) -> StartResponse:
    """Names the request in the answer, where the application has not."""

    def start(status: str, headers: HeaderList, exc_info: Any = None) -> Callable[[bytes], object]:
        if all(name.lower() != "x-request-id" for name, _ in headers):
            headers = [*headers, ("X-Request-Id", request_id)]
        return start_response(status, headers, exc_info)

    return start


def isolated(app: Callable[[], Iterable[bytes]]) -> Iterable[bytes]:
    """What the application answers, in a context of its own: threads are used again."""
    context = contextvars.copy_context()
    body = context.run(app)
    # Nothing of the application runs any more where all is there.
    return body if isinstance(body, (list, tuple)) else _IsolatedBody(context, body)


class _IsolatedBody:
    def __init__(self, context: contextvars.Context, body: Iterable[bytes]) -> None:
        self._context = context
        self._body = body
        self._pieces: Iterator[bytes] | None = None

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self._pieces is None:
            self._pieces = self._context.run(iter, self._body)
        return self._context.run(next, self._pieces)

    def close(self) -> None:
        close = getattr(self._body, "close", None)
        if close is not None:
            self._context.run(close)


def _line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} Error"
