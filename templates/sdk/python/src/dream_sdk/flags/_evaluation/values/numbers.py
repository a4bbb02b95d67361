"""The tests ``number`` and ``modulo``."""

from __future__ import annotations

import math
from typing import Any

from ..read import Source, bound_in, number_in, refuse
from ..scalars import double, is_number
from .value_check import ValueCheck


def compile_number(source: Source, depth: int) -> ValueCheck:
    above = bound_in(source, "above", -math.inf)
    least = bound_in(source, "from", -math.inf)
    below = bound_in(source, "below", math.inf)
    most = bound_in(source, "to", math.inf)

    def check(value: Any) -> bool:
        if not is_number(value):
            return False
        number = double(value)
        return above < number < below and least <= number <= most

    return check


def compile_modulo(source: Source, depth: int) -> ValueCheck:
    """The remainder is never negative: -3 divided by 5 leaves 2."""
    divisor = number_in(source, "divisor")
    remainder = number_in(source, "remainder")
    if divisor <= 0:
        refuse("`divisor` is not above 0")

    def check(value: Any) -> bool:
        number = double(value) if is_number(value) else math.nan
        if not math.isfinite(number):
            return False
        left = math.fmod(number, divisor)
        return (left + divisor if left < 0 else left) == remainder

    return check
