"""Answers in the form of WSGI."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


def _line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} Error"
