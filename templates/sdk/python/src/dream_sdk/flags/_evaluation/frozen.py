"""Values of variations, kept so that no caller changes them for the next one."""

from __future__ import annotations

from typing import Any

from .read import is_list, is_record, refuse
from .scalars import is_finite, plain_number, plain_text

_DEEPEST = 200
_LARGEST = 1_000_000


def frozen_value(value: Any) -> Any:
    """A copy of a variation's value as plain JSON. Raises ``Malformed`` where it is none."""
    left = _LARGEST

    def copy(part: Any, depth: int) -> Any:
        nonlocal left
        left -= 1
        if depth > _DEEPEST or left < (len(part) if is_list(part) else 0):
            refuse("a value is too large")
        if part is None or isinstance(part, bool):
            return part
        if isinstance(part, str):
            return plain_text(part)
        if is_list(part):
            return [copy(member, depth + 1) for member in part]
        if is_finite(part):
            return plain_number(part)
        if not is_record(part):
            refuse("a value is no JSON")
        return {name: copy(member, depth + 1) for name, member in part.items()}

    return copy(value, 0)
