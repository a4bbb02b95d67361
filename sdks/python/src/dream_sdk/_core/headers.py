"""What HTTP allows in headers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .errors import ConfigurationError

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
_OF_CONNECTION = re.compile(
    "connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[\x21-\x7e]+")


def check_header(name: Any, value: Any) -> None:
    """Refuses a header that cannot be sent. The message does not name the value, maybe a key."""
    is_named = isinstance(name, str) and _NAME.fullmatch(name) is not None
    if is_named and _OF_CONNECTION.fullmatch(name):
        raise ConfigurationError(f"The header {name!r} is for the connection to set.")
    if is_named and (value is None or is_value(value)):
        return
    raise ConfigurationError(
        f"The header {name!r} has a name that is none, or characters that none may have."
    )


def check_headers(headers: Any) -> None:
    """Refuses what is no mapping of names to values, and what cannot be sent."""
    if not isinstance(headers, Mapping):
        raise ConfigurationError("headers must be a mapping of names to values.")
    given: Mapping[Any, Any] = headers  # pyright: ignore[reportUnknownVariableType]
    for name, value in given.items():
        check_header(name, value)


def is_value(value: Any) -> bool:
    """Whether a header may have the value."""
    return isinstance(value, str) and _VALUE.fullmatch(value) is not None


def is_token(text: str) -> bool:
    """Whether the text can be a key or a token: something, and no white space."""
    return _TOKEN.fullmatch(text) is not None
