"""How values are written into addresses and bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timezone
from typing import Any, cast

from .errors import ConfigurationError
from .exact_text import exact_text
from .model import Model
from .omit import OMIT

_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def percent_encoded(text: str) -> str:
    """The text as it stands in one part of an address, slashes and all."""
    try:
        octets = text.encode()
    except UnicodeEncodeError:
        raise ConfigurationError("A text with half a surrogate pair cannot be sent.") from None
    return "".join(chr(octet) if octet in _PLAIN else f"%{octet:02X}" for octet in octets)


def path_of(route: str, values: Mapping[str, Any]) -> str:
    """The route with its parameters in their places."""
    path = route
    for name, value in values.items():
        text = _plain_text(value)
        if text in ("", ".", ".."):
            raise ConfigurationError(f"The parameter {name} of a path cannot be {text!r}.")
        path = path.replace(f"{{{name}}}", percent_encoded(text))
    return path


def query_of(values: Mapping[str, Any]) -> str:
    """The query with its question mark, or nothing."""
    pairs = [
        f"{percent_encoded(name)}={percent_encoded(_plain_text(item))}"
        for name, value in values.items()
        for item in _items_of(value)
        if item is not None and item is not OMIT
    ]
    return f"?{'&'.join(pairs)}" if pairs else ""


def instant_text(value: datetime) -> str:
    """RFC 3339 in UTC."""
    if value.tzinfo is None:
        raise ConfigurationError(
            "A datetime without a time zone could be any moment: give it one, "
            "such as datetime.now(timezone.utc)."
        )
    try:
        utc = value.astimezone(timezone.utc).replace(tzinfo=None)
    except OverflowError:
        raise ConfigurationError("This moment is in no year from 1 to 9999 in UTC.") from None
    whole = utc.microsecond % 1000 == 0
    return f"{utc.isoformat(timespec='milliseconds' if whole else 'microseconds')}Z"


def jsonable(value: Any) -> Any:
    """A body as JSON can hold it: models as they came, instants as text, OMIT left out."""
    if isinstance(value, Model):
        return value.raw
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        members = cast("Mapping[str, Any]", value)
        return {key: jsonable(item) for key, item in members.items() if item is not OMIT}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [jsonable(item) for item in _items_of(value) if item is not OMIT]
    return value


def body_of(
    values: Mapping[str, Any],
    null: tuple[str, ...] = (),
    others: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The body that keyword arguments make.

    Args:
        values: By their names on the wire.
        null: The names whose None is sent; that of any other counts as left out.
        others: What is sent besides.
    """
    sent = {
        name: value
        for name, value in values.items()
        if value is not OMIT and (value is not None or name in null)
    }
    return {**(others or {}), **sent}


def _items_of(value: Any) -> Iterator[Any]:
    if isinstance(value, (list, tuple, set, frozenset)):
        yield from cast("Iterable[Any]", value)
    else:
        yield value


def frozen(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same values, of which no later change of the caller's lists changes any."""
    return {
        name: [*_items_of(value)] if isinstance(value, (list, set)) else value
        for name, value in values.items()
    }


def _plain_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, str):
        return exact_text(value)
    # As they are written in bodies, too: members of an enumeration have words of their own.
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return float.__repr__(value)
    if isinstance(value, date):
        return value.isoformat()
    raise ConfigurationError(f"A {type(value).__name__} cannot stand in an address.")
