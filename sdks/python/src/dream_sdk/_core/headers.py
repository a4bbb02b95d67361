"""What HTTP allows in headers."""

from __future__ import annotations

import re

from .errors import ConfigurationError

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]+")
_TOKEN = re.compile(r"[\x21-\x7e]+")


def check_header(name: str, value: str | None) -> None:
    """Refuses a header that cannot be sent. The message does not name the value, maybe a key."""
    if _NAME.fullmatch(name) and (value is None or _VALUE.fullmatch(value)):
        return
    raise ConfigurationError(f"The header {name!r} is empty, or has characters that none may have.")


def is_token(text: str) -> bool:
    """Whether the text can be a key or a token: something, and no white space."""
    return _TOKEN.fullmatch(text) is not None
