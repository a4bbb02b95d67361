"""What stands where nothing is. None is JSON's null, which is another thing."""

from __future__ import annotations

from typing import Any, Final


class _Absent:
    __slots__ = ()

    def __repr__(self) -> str:
        return "ABSENT"

    def __bool__(self) -> bool:
        return False


ABSENT: Final[Any] = _Absent()


def is_nothing(value: Any) -> bool:
    """Absent, or null."""
    return value is ABSENT or value is None
