"""Values that are one caller's own."""

from __future__ import annotations

from typing import Any


def own_copy(value: Any) -> Any:
    """A copy of JSON, so that no caller changes it for the next one; of anything else, the very
    object: what else is a list or a mapping may be of a type that counts. So it is of what holds
    itself, or is nested too deeply."""
    try:
        return _copied(value)
    except RecursionError:
        return value


def _copied(value: Any) -> Any:
    if value.__class__ is list:
        return [_copied(member) for member in value]
    if value.__class__ is dict:
        return {name: _copied(member) for name, member in value.items()}
    return value
