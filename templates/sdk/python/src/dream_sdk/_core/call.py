"""One call from the first attempt to the last."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from .answer import Answer, Headers, without_keys
from .effects import Ask, Close, Exchange, Program, Read, Wait
from .errors import ApiConnectionError, ResponseError
from .failed_attempt import Failure, known, told_by
from .hooks import RequestInfo, tell
from .json_value import read_json
from .prepared import Prepared
from .retry import delay_before, is_worth_retrying, retry_after_of
from .settings import checked_token_text


class Answered:
    """The answer of a call, and how many attempts it took."""

    __slots__ = ("answer", "attempts")

    def __init__(self, answer: Answer, attempts: int) -> None:
        self.answer = answer
        self.attempts = attempts


def answer_of(
    prepared: Prepared,
    *,
    is_streamed: bool = False,
    may_be_unchanged: bool = False,
    is_document: bool = False,
    more: Mapping[str, str] | None = None,
) -> Program[Answered]:
    """Sends the call until it went well, or another attempt is no use.

    With ``may_be_unchanged``, a 304 to an ``If-None-Match`` of the caller's went well. With
    ``is_document``, the first bytes of what is streamed belong to the attempt: they are the body.
    """
    attempt = 1
    while True:
        outcome: Answer | Failure = yield from _attempt(
            prepared, attempt, is_streamed, may_be_unchanged, is_document, more
        )
        if isinstance(outcome, Answer):
            return Answered(outcome, attempt)
        yield from _wait_or_raise(prepared, outcome, attempt)
        attempt += 1


def _wait_or_raise(prepared: Prepared, failure: Failure, attempt: int) -> Program[None]:
    """Waits before the attempt after ``attempt``, or raises where there is none."""
    if (
        not failure.is_worth_retrying
        or not prepared.is_safe_to_repeat
        or attempt > prepared.max_retries
    ):
        raise (yield from failure.error)
    delay = failure.retry_after
    if delay is None:
        delay = min(delay_before(attempt, chance()), prepared.max_retry_delay)
    elif delay > prepared.max_retry_delay:
        raise (yield from failure.error)
    if failure.stream is not None:
        yield Close(failure.stream)
    failure.info.delay = delay
    tell(prepared.settings.on_retry, failure.info)
    yield Wait(delay, prepared.signal)


def _attempt(
    prepared: Prepared,
    attempt: int,
    is_streamed: bool,
    may_be_unchanged: bool,
    is_document: bool,
    more: Mapping[str, str] | None,
) -> Program[Answer | Failure]:
    settings = prepared.settings
    began = time.monotonic()
    told = _info(prepared, attempt)

    # Of the headers no more than this: they may hold keys that a proxy sent back.
    may_go_on = True
    asked: float | None = None

    def on_head(status: int, headers: Headers) -> None:
        nonlocal may_go_on, asked
        may_go_on = headers.get("dream-should-retry", "").strip().lower() != "false"
        asked = retry_after_of(headers, time.time())
        told.status = status
        request_id = headers.get("x-request-id")
        # A proxy may have sent keys back in it.
        told.request_id = request_id and without_keys(request_id, request.keys)
        told.seconds = time.monotonic() - began
        tell(settings.on_response, told)

    def left() -> float:
        return max(0.0, prepared.timeout - (time.monotonic() - began))

    try:
        # In no variable: reports of errors may show those of whatever an error came through.
        request = prepared.request((yield from _user_token(prepared)), more)
        # Each hook is given an object of its own: it may keep it.
        tell(settings.on_request, _info(prepared, attempt))
        answer: Answer = yield Exchange(
            request, left(), prepared.signal, on_head=on_head, is_streamed=is_streamed
        )
        if is_document and answer.stream is not None and answer.status < 300:
            answer.body = yield Read(answer.stream, prepared.signal, left())
    except ApiConnectionError as error:
        info = _again(told, time.monotonic() - began)
        # What the server said before its answer broke off still holds.
        return Failure(
            known(error),
            info,
            is_worth_retrying=may_go_on,
            retry_after=asked,
        )
    answer.keys = request.keys
    is_unchanged = answer.status == 304 and "if-none-match" in request.headers
    if 200 <= answer.status < 300:
        return answer
    if may_be_unchanged and is_unchanged:
        yield Close(answer.stream)
        return answer
    return Failure(
        told_by(answer, prepared.signal),
        _again(told, time.monotonic() - began),
        is_worth_retrying=answer.status >= 400 and is_worth_retrying(answer.status, answer.headers),
        retry_after=asked,
        stream=answer.stream,
    )


def _user_token(prepared: Prepared) -> Program[str | None]:
    token = prepared.settings.user_token
    if token is None or isinstance(token, str):
        return token
    given: str | None = yield Ask(token, prepared.signal, prepared.timeout)
    return None if given is None else checked_token_text(given)


def _info(prepared: Prepared, attempt: int) -> RequestInfo:
    operation = prepared.operation
    url = prepared.settings.base_url + prepared.path
    return RequestInfo(operation.id, operation.method, url, attempt)


def _again(told: RequestInfo, seconds: float) -> RequestInfo:
    info = RequestInfo(told.operation, told.method, told.url, told.attempt)
    info.status, info.request_id, info.seconds = told.status, told.request_id, seconds
    return info


def chance() -> float:
    """In [0, 1)."""
    return int.from_bytes(os.urandom(4), "big") / 2**32


def is_nothing(answer: Answer) -> bool:
    """Whether the answer has no value by its status."""
    return answer.status in (204, 304)


def parsed(answer: Answer) -> Any:
    """The JSON of an answer. Raises a ``ResponseError`` where it is none."""
    with suppress(ValueError, RecursionError):
        return read_json(answer.text)
    # With no cause: that has the text as it came, and with it keys that a proxy sent back.
    raise ResponseError(
        f"The server answered with status {answer.status} and no JSON.",
        status=answer.status,
        headers=answer.shown_headers,
        body=answer.shown_text,
    )
