"""Attributes that stay in the process."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._evaluation.read import is_list, own

Sensitive = Sequence[Any]
"""Of each who names some: names of attributes by kind."""


def secrets_of(kind: str, sensitive: Sensitive) -> frozenset[str]:
    """Names of the attributes of a kind."""
    return frozenset(
        name
        for by_kind in sensitive
        for name in _names(own(by_kind, kind))
        if isinstance(name, str)
    )


def _names(value: Any) -> Sequence[Any]:
    return value if is_list(value) else ()
