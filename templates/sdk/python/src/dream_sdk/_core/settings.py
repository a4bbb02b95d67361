"""The settings of a client, held against what can be meant."""

from __future__ import annotations

import os
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NoReturn

from .errors import ConfigurationError
from .exact_text import exact_text
from .headers import check_headers, is_token
from .hooks import Hook
from .host import is_host

_ADDRESS = re.compile(
    # No white space, no control character, no user, query or fragment.
    r"https?://([^\s/?#@:\[\]\x00-\x1f\x7f]+|\[[0-9a-f:.]+\])(?::([0-9]{0,5}))?(?:/[^\s?#\x00-\x1f\x7f]*)?",
    re.IGNORECASE,
)
_LAST_PORT = 65_535
_END_OF_FLOATS = 2**1023
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
        # What the caller goes on to change is not what these clients send.
        self.headers = {**self.headers}

    def changed(self, changes: Mapping[str, Any]) -> Settings:
        """The same settings but for those named here."""
        values = {name: getattr(self, name) for name in self.__slots__}
        for name in changes:
            if name not in values:
                raise ConfigurationError(
                    f"A client that is made of another has no setting {name!r}."
                )
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
        if not is_address(self.base_url):
            # What was given may hold a password, so it is not shown.
            raise ConfigurationError(
                "base_url must be an http(s) address without user, query and fragment."
            )
        self.base_url = exact_text(self.base_url).rstrip("/")
        self.secret_key = _checked_key("secret_key", self.secret_key, "sk_")
        self.publishable_key = _checked_key("publishable_key", self.publishable_key, "pk_")
        self.user_token = checked_user_token(self.user_token, self.publishable_key)
        check_number("timeout", self.timeout, above=True)
        check_count("max_retries", self.max_retries)
        check_number("max_retry_delay", self.max_retry_delay)
        check_word("tenant", self.tenant)
        check_version(self.version)
        check_headers(self.headers)


def is_address(given: Any) -> bool:
    """Whether it is the address of a server."""
    found = _ADDRESS.fullmatch(given) if isinstance(given, str) else None
    return found is not None and int(found[2] or "0") <= _LAST_PORT and is_host(found[1])


def base_url_of(given: str | None) -> str:
    """The address of the server, from the argument or the environment."""
    url = given or os.environ.get("DREAM_BASE_URL")
    if not url:
        raise ConfigurationError(
            "Where is the server? Give base_url, or set the variable DREAM_BASE_URL."
        )
    return url


def keys_of(secret: str | None, publishable: str | None) -> tuple[str | None, str | None]:
    """The secret and the publishable key, from the arguments or the environment; never one from
    here and one from there: what was made for users would act as the server."""
    if secret is not None or publishable is not None:
        return secret, publishable
    return (
        os.environ.get("DREAM_SECRET_KEY") or None,
        os.environ.get("DREAM_PUBLISHABLE_KEY") or None,
    )


def check_number(name: str, value: Any, *, above: bool = False) -> None:
    """Refuses a number below nought, and nought itself where it must be above."""
    # Whoever waits counts in floats, which end somewhere.
    is_one = isinstance(value, float) or (isinstance(value, int) and abs(value) < _END_OF_FLOATS)
    if is_one and (value > 0 or (value == 0 and not above)):
        return
    raise ConfigurationError(f"{name} must be {'more than 0' if above else '0 or more'}.")


def check_count(name: str, value: Any) -> None:
    """Refuses what is no whole number from 0."""
    if not isinstance(value, int) or value < 0:
        raise ConfigurationError(f"{name} must be a whole number, 0 or more.")


def check_version(version: Any) -> None:
    """Refuses what cannot be a ``Dream-Version``."""
    if not isinstance(version, str) or not version.strip():
        raise ConfigurationError("version must be a text, such as that of the SDK itself.")


def check_word(name: str, value: Any) -> None:
    """Refuses what says nothing, and no text at all; None is fine."""
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise ConfigurationError(f"{name} must be a text that is not blank.")


def checked_user_token(token: UserToken | None, publishable_key: str | None) -> UserToken | None:
    """The token. Refuses one that nobody is signed in by, or that goes with no key."""
    if token is None:
        return None
    if publishable_key is None:
        raise ConfigurationError("user_token goes with a publishable key: give publishable_key.")
    return token if callable(token) else checked_token_text(token)


def checked_token_text(token: Any) -> str:
    """The token. Refuses what is no user's token."""
    if not isinstance(token, str) or token.startswith(("sk_", "pk_")) or not is_token(token):
        raise ConfigurationError("user_token is not the token of a user: empty, or a key.")
    return exact_text(token)


def _checked_key(name: str, value: Any, prefix: str) -> str | None:
    # The value itself is in no message: messages end up in logs.
    if value is None:
        return None
    is_text = isinstance(value, str)
    if is_text and value.startswith(prefix) and is_token(value):
        return exact_text(value)
    other = "pk_" if prefix == "sk_" else "sk_"
    hint = f"; this one begins with {other}" if is_text and value.startswith(other) else ""
    raise ConfigurationError(f"{name} must be a key that begins with {prefix}{hint}.")
