"""Reads instants."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any


def instant(value: Any) -> Any:
    """RFC 3339 as an aware ``datetime`` in UTC; whatever cannot be read stays as it is."""
    if not isinstance(value, str):
        return value
    text = f"{value[:-1]}+00:00" if value[-1:] in ("Z", "z") else value
    try:
        moment = datetime.fromisoformat(_with_microseconds(text))
        # Without an offset it could be any moment, and the clock of this machine knows no better.
        return value if moment.tzinfo is None else moment.astimezone(timezone.utc)
    except (ValueError, OverflowError):
        return value


def _with_microseconds(text: str) -> str:
    # Python 3.10 reads three or six digits after the point, and no others.
    head, point, rest = text.partition(".")
    if not point:
        return text
    digits = len(rest) - len(rest.lstrip("0123456789"))
    return f"{head}.{rest[:digits][:6].ljust(6, '0')}{rest[digits:]}"
