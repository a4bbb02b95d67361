"""Makes the error of an answer that is one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from . import errors
from .answer import Answer
from .json_value import as_object
from .retry import retry_after_of

_BY_STATUS: dict[int, type[errors.PlatformError]] = {
    400: errors.ValidationError,
    401: errors.AuthenticationError,
    403: errors.AuthorizationError,
    404: errors.NotFoundError,
    409: errors.ConflictError,
    410: errors.NotFoundError,
    412: errors.ConflictError,
    413: errors.ValidationError,
    415: errors.ValidationError,
    422: errors.ValidationError,
    429: errors.RateLimitError,
}
_USER_MESSAGE = "Something went wrong. Please try again."
_LONGEST_MESSAGE = 200
_LONGEST_WAIT = 1e15


def error_of(answer: Answer, now: float, keys: Sequence[str]) -> errors.DreamError:
    """The error that an answer of 300 and above is.

    Args:
        answer: What came.
        now: Seconds since 1970.
        keys: What its text must not show, though the answer may.
    """
    text = answer.text
    if answer.status < 400:
        return errors.ResponseError(
            f"The server answered with status {answer.status}, which nobody asked for.",
            status=answer.status,
            headers=answer.headers,
            body=text,
        )
    body = _parsed(text)
    known = as_object((as_object(body) or {}).get("error")) or {}
    code = known.get("code")
    if not isinstance(code, str) or not code:
        known, code = {}, f"unknown/{answer.status}"
    kind = _BY_STATUS.get(answer.status)
    if kind is None:
        kind = errors.ServerError if answer.status >= 500 else errors.PlatformError
    wait = retry_after_of(answer.headers, now)
    return kind(
        status=answer.status,
        code=code,
        message=_without(keys, _text(known.get("message")))
        or _without(keys, text)[:_LONGEST_MESSAGE]
        or "No more is known.",
        user_message=_text(known.get("userMessage")) or _USER_MESSAGE,
        param=_text(known.get("param")),
        request_id=_text(known.get("requestId")) or answer.request_id,
        details=known.get("details"),
        retry_after=_seconds(known.get("retryAfter")) if wait is None else wait,
        headers=answer.headers,
        body=body,
    )


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _without(keys: Sequence[str], text: str | None) -> str:
    shown = text or ""
    for key in keys:
        shown = shown.replace(key, "…")
    return shown


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _seconds(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    # JSON may have numbers that no clock knows.
    return float(value) if 0 <= value < _LONGEST_WAIT else None
