"""A flag with the default that code has for it."""

from __future__ import annotations

from typing import Any, Generic, NoReturn, TypeVar

from ._own_copy import own_copy

T_co = TypeVar("T_co", covariant=True)


class FlagKey(Generic[T_co]):
    """Written once and not at each question: ``FlagKey("new-menu", default=False)``.

    Attributes:
        key: Of the flag.
        default: Also says the type: a flag of another one is a ``TYPE_MISMATCH``.
    """

    __slots__ = ("default", "key")
    key: str
    default: T_co

    def __init__(self, key: str, *, default: T_co) -> None:
        object.__setattr__(self, "key", key)
        # What the caller goes on to change is not what this flag falls back to.
        object.__setattr__(self, "default", own_copy(default))

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError("A FlagKey stays as it was made.")

    def __repr__(self) -> str:
        return f"FlagKey({self.key!r}, default={self.default!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_made, (self.key, self.default))


def _made(key: str, default: Any) -> FlagKey[Any]:
    return FlagKey(key, default=default)
