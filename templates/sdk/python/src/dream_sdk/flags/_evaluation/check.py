"""Whether something holds for whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .asked import Asked

Check = Callable[[Asked], bool]
"""It may raise what a context raises while it is read."""


def never(asked: Asked) -> bool:
    return False


def always(asked: Asked) -> bool:
    return True


def any_of(checks: Sequence[Check]) -> Check:
    if len(checks) < 2:
        return checks[0] if checks else never

    def is_any(asked: Asked) -> bool:
        for check in checks:
            if check(asked):
                return True
        return False

    return is_any


def all_of(checks: Sequence[Check]) -> Check:
    if len(checks) < 2:
        return checks[0] if checks else always

    def are_all(asked: Asked) -> bool:
        for check in checks:
            if not check(asked):
                return False
        return True

    return are_all
