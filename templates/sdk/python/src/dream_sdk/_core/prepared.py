"""A call with everything that was said about it: by the client, by the call, by the operation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import NoneType
from typing import Any

from .._version import VERSION
from .effects import Request
from .encoding import frozen, jsonable, path_of, query_of
from .errors import ConfigurationError
from .exact_text import exact_text
from .headers import check_header, check_headers
from .omit import OMIT
from .operation import Operation
from .options import CallOptions
from .settings import Settings, check_count, check_number, check_version, check_word
from .signal import AbortSignal

_OPTIONS = frozenset(CallOptions.__annotations__)
USER_AGENT = f"dream-sdk-python/{VERSION}"


class Prepared:
    """What all attempts of a call have alike."""

    __slots__ = (
        "_body",
        "_given",
        "_headers",
        "_options",
        "accept",
        "max_retries",
        "max_retry_delay",
        "operation",
        "path",
        "query",
        "settings",
        "signal",
        "timeout",
    )

    def __init__(
        self,
        settings: Settings,
        operation: Operation,
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
        accept: str = "application/json",
    ) -> None:
        chosen: CallOptions = {} if options is None else options
        _check_options(chosen)
        # Taken when the call is made, and with them who is signed in. Those of the client must not be
        # asked again: whoever has signed out meanwhile would be followed by the secret key.
        self.settings = settings
        self._options = chosen
        self.operation = operation
        self.accept = accept
        self.path = path_of(operation.route, path or {})
        self.query: dict[str, Any] = frozen(query or {})
        query_of(self.query)
        self._body = None if body is OMIT else _bytes_of(body)
        self.timeout = chosen.get("timeout", settings.timeout)
        self.max_retries = chosen.get("max_retries", settings.max_retries)
        self.max_retry_delay = settings.max_retry_delay
        check_number("timeout", self.timeout, above=True)
        check_count("max_retries", self.max_retries)
        self.signal: AbortSignal | None = chosen.get("signal")
        self._headers = self._own_headers()
        own = chosen.get("headers")
        check_headers(own := {} if own is None else own)
        given = [*settings.headers.items(), *own.items()]
        self._given = [
            (name.lower(), value if value is None else exact_text(value)) for name, value in given
        ]

    def until(self, signal: AbortSignal) -> Prepared:
        """The same call with another signal."""
        other = self._copy()
        other.signal = signal
        return other

    def _copy(self) -> Prepared:
        other = object.__new__(Prepared)
        for name in self.__slots__:
            setattr(other, name, getattr(self, name))
        return other

    def asking(self, query: Mapping[str, Any]) -> Prepared:
        """The same call with something else in its query."""
        other = self._copy()
        other.query = {**self.query, **query}
        return other

    @property
    def is_safe_to_repeat(self) -> bool:
        """It only reads, or the server knows the second time from the first."""
        headers = dict(self._headers)
        _put(headers, self._given)
        # An empty one tells nothing from anything.
        return not self.operation.is_mutation or headers.get("idempotency-key", "").strip() != ""

    def request(self, user_token: str | None, more: Mapping[str, str] | None = None) -> Request:
        """The request of one attempt.

        Args:
            user_token: The token of whoever is signed in.
            more: Headers of this attempt alone.
        """
        headers = {**self._keys(user_token), **self._headers, **(more or {})}
        _put(headers, self._given)
        base = self.settings.base_url
        target = self.path + query_of(self.query)
        return Request(self.operation.method, base + self.path, target, headers, self._body)

    def _own_headers(self) -> dict[str, str]:
        settings, options = self.settings, self._options
        version = options.get("version", settings.version)
        check_version(version)
        headers = {
            "accept": self.accept,
            "dream-version": version,
            "user-agent": USER_AGENT,
        }
        if self._body is not None:
            headers["content-type"] = "application/json"
        tenant = options.get("tenant", settings.tenant)
        check_word("tenant", tenant)
        check_word("idempotency_key", options.get("idempotency_key"))
        if self.operation.is_about_tenant and tenant is not None:
            headers["x-tenant-id"] = tenant
        if self.operation.is_mutation:
            key = options.get("idempotency_key")
            headers["idempotency-key"] = _random_key() if key is None else key
        for name, value in headers.items():
            check_header(name, value)
        return {name: exact_text(value) for name, value in headers.items()}

    def _keys(self, user_token: str | None) -> dict[str, str]:
        secret, publishable = self.settings.secret_key, self.settings.publishable_key
        if publishable is not None and user_token is not None:
            return {"x-publishable-key": publishable, "authorization": f"Bearer {user_token}"}
        # A function that gives no token never falls back to the secret key: what was meant for a
        # user would run as the server.
        if publishable is not None and (secret is None or self.settings.user_token is not None):
            return {"x-publishable-key": publishable}
        if secret is not None:
            return {"authorization": f"Bearer {secret}"}
        raise ConfigurationError(
            "Who is asking? Give secret_key or publishable_key, "
            "or set the variable DREAM_SECRET_KEY or DREAM_PUBLISHABLE_KEY."
        )


def _check_options(options: Any) -> None:
    if not isinstance(options, Mapping):
        raise ConfigurationError("The options of a call are a dictionary.")
    given: Mapping[Any, Any] = options  # pyright: ignore[reportUnknownVariableType]
    for name in given:
        if name not in _OPTIONS:
            raise ConfigurationError(f"A call has no option {name!r}.")
    if not isinstance(given.get("signal"), (AbortSignal, NoneType)):
        raise ConfigurationError("The signal of a call is an AbortSignal.")


def _put(headers: dict[str, str], given: list[tuple[str, str | None]]) -> None:
    for name, value in given:
        if value is None:
            headers.pop(name, None)
        else:
            headers[name] = value


def _bytes_of(body: Any) -> bytes:
    try:
        text = json.dumps(jsonable(body), ensure_ascii=False, allow_nan=False)
        return text.encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise ConfigurationError(f"The body cannot be written as JSON: {error}") from error


def _random_key() -> str:
    from uuid import uuid4

    return str(uuid4())
