"""The errors of the SDK. All of them are a ``DreamError``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar


class DreamError(Exception):
    """Anything that the SDK raises."""

    @property
    def message(self) -> str:
        """What went wrong, for developers."""
        return str(self)

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors whose arguments go by keyword could not be unpickled otherwise.
        return (_restored, (type(self), self.args, self.__dict__.copy()))


class PlatformError(DreamError):
    """The server answered with an error.

    An application may raise one itself, of ``code``, ``message`` and ``user_message``: the
    middleware answers it.

    Attributes:
        status: The status of the answer; of one that is made without, that of its class.
        code: What kind of mistake it is, such as ``tenants/not-found``.
        user_message: A sentence that is safe to show to the people who use your product.
        param: The parameter that was wrong, if it was one.
        request_id: What to name when asking for help.
        details: What else is known, depending on the code.
        retry_after: Seconds after which the server may be asked again.
        headers: The headers of the answer, names in lower case; with ``…`` for keys and tokens of
            the request.
        body: The body of the answer, parsed where it was JSON; with ``…`` for the same.
    """

    _status: ClassVar[int] = 500

    def __init__(
        self,
        *,
        code: str,
        message: str,
        user_message: str,
        status: int | None = None,
        param: str | None = None,
        request_id: str | None = None,
        details: Any = None,
        retry_after: float | None = None,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
    ) -> None:
        status = self._status if status is None else status
        suffix = "" if request_id is None else f" (request {request_id})"
        super().__init__(f"{status} {code}: {message}{suffix}")
        self.status = status
        self.code = code
        self._message = message
        self.user_message = user_message
        self.param = param
        self.request_id = request_id
        self.details = details
        self.retry_after = retry_after
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.body = body

    @property
    def message(self) -> str:
        return self._message


class ValidationError(PlatformError):
    """What was sent cannot be meant: 400, 413, 415, 422."""

    _status = 400


class AuthenticationError(PlatformError):
    """The server does not know who is asking: 401."""

    _status = 401


class AuthorizationError(PlatformError):
    """Whoever is asking may not do this: 403."""

    _status = 403


class NotFoundError(PlatformError):
    """There is no such thing, or no longer: 404, 410."""

    _status = 404


class ConflictError(PlatformError):
    """Something stands against it: 409, 412."""

    _status = 409


class RateLimitError(PlatformError):
    """Too much was asked: 429. ``retry_after`` says how long to wait."""

    _status = 429


class ServerError(PlatformError):
    """The server could not answer: 500 and above."""


class ApiConnectionError(DreamError):
    """No answer came, or it broke off. ``__cause__`` says why."""


class ApiTimeoutError(ApiConnectionError):
    """No answer came in time."""


class AbortedError(DreamError):
    """The caller's signal ended the call."""


class ResponseError(DreamError):
    """An answer of another form than it must have.

    Attributes:
        status: The status of the answer.
        headers: Its headers, names in lower case; with ``…`` for keys and tokens of the request.
        body: Its text; with ``…`` for the same.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        headers: Mapping[str, str],
        body: str,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers
        self.body = body


class PaginationError(DreamError):
    """A cursor came twice, so the list would never end."""


class WebhookSignatureError(DreamError):
    """An event that is not known to be Dream's. ``code`` says why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class ConfigurationError(DreamError):
    """A setting or an argument that cannot be meant."""


def _restored(kind: type[DreamError], args: tuple[Any, ...], state: dict[str, Any]) -> DreamError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error
