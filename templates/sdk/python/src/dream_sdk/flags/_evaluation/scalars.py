"""Values as JSON has them: numbers are doubles, and a truth value is no number."""

from __future__ import annotations

import math
from typing import Any, TypeGuard

_EXACT = 2**53


def is_number(value: Any) -> TypeGuard[float]:
    """Infinities and NaN too; in Python a truth value would be one."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_finite(value: Any) -> TypeGuard[float]:
    """A number that JSON has."""
    return is_number(value) and math.isfinite(double(value))


def double(number: float) -> float:
    """The nearest double; one that is too large is infinite, as in other languages."""
    try:
        return float(number)
    except OverflowError:
        return math.inf if number > 0 else -math.inf


def plain_number(number: float) -> float:
    """The number as Python's users expect it: whole ones are ``int``."""
    nearest = double(number)
    if isinstance(number, int):
        return number if -_EXACT <= number <= _EXACT else _whole(nearest)
    return int(nearest) if nearest.is_integer() and abs(nearest) <= _EXACT else nearest


def _whole(nearest: float) -> float:
    return int(nearest) if math.isfinite(nearest) else nearest


def plain_text(text: str) -> str:
    """The text itself: members of an ``Enum`` that are texts hash otherwise than their text."""
    return text if type(text) is str else str.__str__(text)


_TRUE = (True,)
_FALSE = (False,)


def scalar_key(value: Any) -> Any:
    """By what two scalars are the same in a set; None for whatever is no scalar.

    In Python ``True`` and ``1`` would be the same, and a list cannot be looked up.
    """
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, bool):
        return _TRUE if value else _FALSE
    return double(value) if isinstance(value, (int, float)) else None


def number_text(number: float) -> str:
    """The text of a number as ECMAScript has it: ``1``, ``0.00001``, ``1e+21``."""
    nearest = double(number)
    if nearest.is_integer() and abs(nearest) <= _EXACT:
        return str(int(nearest))
    if not math.isfinite(nearest):
        return "NaN" if nearest != nearest else "Infinity" if nearest > 0 else "-Infinity"
    return ("-" if nearest < 0 else "") + _unsigned_text(repr(abs(nearest)))


def _unsigned_text(written: str) -> str:
    # Python writes the same digits, which are the fewest that tell the double, in another form.
    mantissa, _, exponent = written.partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    leading = len(whole + fraction) - len(digits)
    point = len(whole) - leading + int(exponent or "0")
    digits = digits.rstrip("0")
    count = len(digits)
    if count <= point <= 21:
        return digits + "0" * (point - count)
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    rest = f".{digits[1:]}" if count > 1 else ""
    return f"{digits[0]}{rest}e{'+' if point > 0 else '-'}{abs(point - 1)}"
