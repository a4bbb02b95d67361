"""JSON, read as it is read everywhere else: its numbers are doubles."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from .scalars import plain_number

_LONGEST_EXACT = 15


def read_json(text: str) -> Any:
    """Raises ``ValueError`` for what is no JSON, and whatever too deep a one makes Python raise."""
    return json.loads(text, parse_int=_whole, parse_constant=_refuse)


def _whole(digits: str) -> float:
    # Python would keep every digit of a long number, and refuse one of thousands.
    if len(digits) <= _LONGEST_EXACT:
        return int(digits)
    return plain_number(float(digits))


def _refuse(name: str) -> NoReturn:
    # Python's own reader takes NaN and Infinity, which JSON does not have.
    raise ValueError(f"{name} is no JSON")
