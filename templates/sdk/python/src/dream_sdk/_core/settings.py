"""The settings of a client, held against what can be meant."""

from __future__ import annotations

import os
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NoReturn

from .errors import ConfigurationError
from .headers import check_headers, is_token
from .hooks import Hook

_ADDRESS = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?", re.IGNORECASE)
UserToken = str | Callable[[], str | None] | Callable[[], Awaitable[str | None]]


class Settings:
    """All settings, each with its value. It is never changed: ``changed`` gives another one."""

    __slots__ = (
        "base_url",
        "headers",
        "max_retries",
        "max_retry_delay",
        "on_request",
        "on_response",
        "on_retry",
        "publishable_key",
        "secret_key",
        "tenant",
        "timeout",
        "user_token",
        "version",
    )
    base_url: str
    secret_key: str | None
    publishable_key: str | None
    user_token: UserToken | None
    tenant: str | None
    version: str
    timeout: float
    max_retries: int
    max_retry_delay: float
    headers: Mapping[str, str | None]
    on_request: Hook | None
    on_response: Hook | None
    on_retry: Hook | None

    def __init__(self, values: Mapping[str, Any]) -> None:
        for name in self.__slots__:
            setattr(self, name, values[name])
        self._check()

    def changed(self, changes: Mapping[str, Any]) -> Settings:
        """The same settings but for those named here."""
        values = {name: getattr(self, name) for name in self.__slots__}
        given: Mapping[str, str | None] | None = changes.get("headers")
        check_headers(given := {} if given is None else given)
        headers = {**self.headers, **given}
        return Settings({**values, **changes, "headers": headers})

    def __repr__(self) -> str:
        return f"Settings(base_url={self.base_url!r})"

    def __reduce__(self) -> NoReturn:
        # Whatever holds a client would carry its keys into caches, queues and crash reports.
        raise TypeError("A client holds keys and is not pickled: make one where it is needed.")

    def _check(self) -> None:
        self.base_url = self.base_url.rstrip("/")
        if _ADDRESS.fullmatch(self.base_url) is None:
            # What was given may hold a password, so it is not shown.
            raise ConfigurationError(
                "base_url must be an http(s) address without user, query and fragment."
            )
        _check_key("secret_key", self.secret_key, "sk_")
        _check_key("publishable_key", self.publishable_key, "pk_")
        check_user_token(self.user_token, self.publishable_key)
        check_number("timeout", self.timeout, above=True)
        check_count("max_retries", self.max_retries)
        check_number("max_retry_delay", self.max_retry_delay)
        check_version(self.version)
        check_headers(self.headers)


def base_url_of(given: str | None) -> str:
    """The address of the server, from the argument or the environment."""
    url = given or os.environ.get("DREAM_BASE_URL")
    if not url:
        raise ConfigurationError(
            "Where is the server? Give base_url, or set the variable DREAM_BASE_URL."
        )
    return url


def key_of(given: str | None, variable: str) -> str | None:
    """A key, from the argument or the environment."""
    return given if given is not None else os.environ.get(variable) or None


def check_number(name: str, value: Any, *, above: bool = False) -> None:
    """Refuses a number below nought, and nought itself where it must be above."""
    if isinstance(value, (int, float)) and (value > 0 or (value == 0 and not above)):
        return
    raise ConfigurationError(f"{name} must be {'more than 0' if above else '0 or more'}.")


def check_count(name: str, value: Any) -> None:
    """Refuses what is no whole number from 0."""
    if not isinstance(value, int) or value < 0:
        raise ConfigurationError(f"{name} must be a whole number, 0 or more.")


def check_version(version: Any) -> None:
    """Refuses what cannot be a ``Dream-Version``."""
    if not isinstance(version, str) or version == "":
        raise ConfigurationError("version must be a text, such as that of the SDK itself.")


def check_user_token(token: UserToken | None, publishable_key: str | None) -> None:
    """Refuses a token that nobody is signed in by, or that goes with no key."""
    if token is None:
        return
    if publishable_key is None:
        raise ConfigurationError("user_token goes with a publishable key: give publishable_key.")
    if isinstance(token, str):
        check_token_text(token)


def check_token_text(token: Any) -> None:
    """Refuses a text that is no user's token."""
    if not isinstance(token, str) or token.startswith(("sk_", "pk_")) or not is_token(token):
        raise ConfigurationError("user_token is not the token of a user: empty, or a key.")


def _check_key(name: str, value: str | None, prefix: str) -> None:
    # The value itself is in no message: messages end up in logs.
    if value is None or (value.startswith(prefix) and is_token(value)):
        return
    other = "pk_" if prefix == "sk_" else "sk_"
    hint = f"; this one begins with {other}" if value.startswith(other) else ""
    raise ConfigurationError(f"{name} must be a key that begins with {prefix}{hint}.")
