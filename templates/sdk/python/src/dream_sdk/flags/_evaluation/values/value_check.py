"""Tests of values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

ValueCheck = Callable[[Any], bool]
"""Whether a value passes. An attribute that is absent arrives as ``ABSENT``, null as None."""


def passes_never(value: Any) -> bool:
    return False


def passes_always(value: Any) -> bool:
    return True
