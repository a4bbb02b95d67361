"""What is answered where something was raised."""

from __future__ import annotations

import json
import math
from typing import Any, NamedTuple

from .._core.answer import Headers
from .._core.errors import ApiConnectionError, DreamError, PlatformError, ResponseError
from ._refused_key import is_about_application


class ErrorAnswer(NamedTuple):
    """An error as it is answered, for any framework.

    Attributes:
        headers: With ``Content-Type``, without ``Content-Length``.
        body: ``{"success": False, "error": {"code": …, "message": …, "userMessage": …,
            "requestId": …}}``, perhaps with ``param`` and ``retryAfter``.
    """

    status: int
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def content(self) -> bytes:
        """The body as JSON."""
        return json.dumps(self.body).encode()


class NotAdmitted(DreamError):
    """The request was not let through; ``__cause__`` says why.

    What was raised of the token that came with it is about the user: 401 then is about that
    token, unless it is about the key of the application.
    """

    def __init__(self, cause: Exception) -> None:
        super().__init__("The request was not let through.")
        self.__cause__ = cause


_AWAY: dict[str, Any] = {
    "status": 503,
    "code": "upstream/unavailable",
    "message": "A service that this one needs does not answer.",
    "userMessage": "This is not available at the moment. Please try again.",
}
_BROKEN: dict[str, Any] = {
    "status": 500,
    "code": "internal/error",
    "message": "Something went wrong here.",
    "userMessage": "Something went wrong. Please try again.",
}


def error_answer(raised: BaseException, request_id: str) -> ErrorAnswer:
    """Of what is not meant to be shown, nothing is."""
    told = _told(raised)
    status = told.pop("status")
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Request-Id": request_id,
    }
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if "retryAfter" in told:
        headers["Retry-After"] = str(math.ceil(told["retryAfter"]))
    return ErrorAnswer(
        status, headers, {"success": False, "error": {**told, "requestId": request_id}}
    )


def cause_of(raised: BaseException) -> BaseException:
    """What those of the application are told of. Even to look at what was raised may raise."""
    try:
        cause = raised.__cause__ if isinstance(raised, NotAdmitted) else None
    except Exception:
        return raised
    return raised if cause is None else cause


def _told(raised: BaseException) -> dict[str, Any]:
    """What is raised may be of any class, and may itself raise when it is read."""
    try:
        error = cause_of(raised)
        if isinstance(error, (ApiConnectionError, ResponseError)):
            return dict(_AWAY)
        if isinstance(error, PlatformError):
            return _platform_error(error, isinstance(raised, NotAdmitted))
        return _request_error(error)
    except Exception:
        return dict(_BROKEN)


def _platform_error(error: PlatformError, is_about_user: bool) -> dict[str, Any]:
    values: Any = error
    status, code, param = values.status, values.code, values.param
    later = {"retryAfter": values.retry_after} if _is_seconds(values.retry_after) else {}
    # That the key of the application is refused, or the server broken, is nothing its user did.
    is_answer = values.body is not None or isinstance(values.headers, Headers)
    if is_answer and (status >= 500 or is_about_application(status, code, is_about_user)):
        return {**_AWAY, **later}
    # What the server says to developers is said to those of the application, by ``on_error``.
    message = values.user_message if is_answer else values.message
    texts = [code, message, values.user_message, "" if param is None else param]
    if not all(isinstance(text, str) for text in texts) or not _is_error_status(status):
        return dict(_BROKEN)
    told = {"status": status, "code": code, "message": message, "userMessage": values.user_message}
    return {**told, **({} if param is None else {"param": param}), **later}


def _request_error(error: BaseException) -> dict[str, Any]:
    """What frameworks raise of a request that cannot be read has a status. So have errors of what
    the application itself calls: only a message that is marked as meant for whoever sent the
    request is shown."""
    status: Any = getattr(error, "status_code", None)
    expose: Any = getattr(error, "expose", None)
    if expose is False or not _is_error_status(status) or status >= 500:
        return dict(_BROKEN)
    return {
        "status": status,
        "code": f"request/{status}",
        "message": str(error) if expose is True else "The request cannot be read.",
        "userMessage": "This request is not as it must be.",
    }


def _is_error_status(status: Any) -> bool:
    return isinstance(status, int) and not isinstance(status, bool) and 400 <= status <= 599


def _is_seconds(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return math.isfinite(value) and value >= 0


def is_about_body(header: str) -> bool:
    """Whether a header is about a body that was meant to be answered, and would make another
    unreadable, or be kept as it."""
    name = header.lower()
    # What pages may load goes for errors as well.
    if name.startswith("content-"):
        return not name.startswith("content-security-policy")
    return name in ("etag", "last-modified", "trailer", "transfer-encoding")
