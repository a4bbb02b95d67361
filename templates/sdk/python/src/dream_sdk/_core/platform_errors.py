"""Makes the error of an answer that is one."""

from __future__ import annotations

import math
from typing import Any

from . import errors
from .answer import Answer
from .json_value import as_object, read_json
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


def error_of(answer: Answer, now: float) -> errors.DreamError:
    """The error that an answer of 300 and above is.

    Args:
        answer: What came.
        now: Seconds since 1970.
    """
    text, headers = answer.shown_text, answer.shown_headers
    if answer.status < 400:
        return errors.ResponseError(
            f"The server answered with status {answer.status}, which nobody asked for.",
            status=answer.status,
            headers=headers,
            body=text,
        )
    came, body = _read(answer)
    # The code is for programs, which must know it as it came.
    code = _text(_told(came).get("code"))
    known = {} if code is None else _told(body)
    says_no_more = code is not None or not text.strip()
    kind = _BY_STATUS.get(answer.status)
    if kind is None:
        kind = errors.ServerError if answer.status >= 500 else errors.PlatformError
    wait = retry_after_of(answer.headers, now)
    return kind(
        status=answer.status,
        code=code or f"unknown/{answer.status}",
        message=_text(known.get("message"))
        or (
            f"The answer ({answer.status}) says no more"
            if says_no_more
            else text[:_LONGEST_MESSAGE]
        ),
        user_message=_text(known.get("userMessage")) or _USER_MESSAGE,
        param=_text(known.get("param")),
        request_id=_text(known.get("requestId")) or headers.get("x-request-id"),
        details=known.get("details"),
        retry_after=_seconds(_told(came).get("retryAfter")) if wait is None else wait,
        headers=headers,
        body=body,
    )


def _read(answer: Answer) -> tuple[Any, Any]:
    """The body as it came, and as errors have it: as JSON where it is that, else as text."""
    try:
        came = read_json(answer.text)
        return came, answer.shown(came)
    except (ValueError, RecursionError):
        return None, answer.shown_text


def _told(body: Any) -> dict[str, Any]:
    """What the server itself says of an error; nothing where it is another's page."""
    return as_object((as_object(body) or {}).get("error")) or {}


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _seconds(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        seconds = float(value)
    except OverflowError:
        return None
    return seconds if 0 <= seconds < math.inf else None
