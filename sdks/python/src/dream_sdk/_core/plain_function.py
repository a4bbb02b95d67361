"""Functions that are called, and whose answers nobody awaits."""

from __future__ import annotations

import inspect

from .errors import ConfigurationError


def require_plain(name: str, function: object) -> None:
    """Raises a ``ConfigurationError`` for what is written with ``async def``: it would never run."""
    if is_awaited(function):
        raise ConfigurationError(f"{name} is called and not awaited: write it with def.")


def is_awaited(function: object) -> bool:
    """Whether what it gives is to be awaited, also of an object that is called like a function."""
    call = getattr(type(function), "__call__", None)  # noqa: B004
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(call)
