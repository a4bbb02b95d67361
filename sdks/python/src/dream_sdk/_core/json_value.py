"""Says what JSON holds, to whom it matters."""

from __future__ import annotations

import json
from typing import Any, NoReturn, cast


def read_json(text: str) -> Any:
    """The value of a JSON text. Raises a ``ValueError`` for what is none, ``NaN`` and the like, which
    the standard library takes, included, and a ``RecursionError`` for what is nested too deeply."""
    return json.loads(text, parse_constant=_refuse)


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def as_object(value: Any) -> dict[str, Any] | None:
    """The value where it is an object."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def as_list(value: Any) -> list[Any] | None:
    """The value where it is a list."""
    # mypy takes it for a list of anything, pyright for one of nobody knows what.
    if not isinstance(value, list):
        return None
    items: list[Any] = value  # pyright: ignore[reportUnknownVariableType]
    return items
