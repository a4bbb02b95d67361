"""The test ``semver``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ..read import Source, choice_in, list_in, objects_in, refuse
from ..scalars import double, is_number
from .value_check import ValueCheck, passes_never
from .version import Identifier, compare_versions, read_version

_ORDERS: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
}


class _Comparison(NamedTuple):
    fits: Callable[[int], bool]
    numbers: list[float]
    pre: list[Identifier]


def compile_semver(source: Source, depth: int) -> ValueCheck:
    """The text is a version and all comparisons hold."""
    comparisons = [_comparison(one) for one in objects_in(source, "comparisons")]
    if not comparisons:
        return passes_never

    def check(value: Any) -> bool:
        version = read_version(value) if isinstance(value, str) else None
        if version is None:
            return False
        return all(
            fits(compare_versions(version, numbers, pre)) for fits, numbers, pre in comparisons
        )

    return check


def _comparison(source: Source) -> _Comparison:
    fits = choice_in(source, "op", _ORDERS)
    numbers = list_in(source, "version")
    pre = list_in(source, "pre")
    if len(numbers) != 3 or not all(is_number(number) for number in numbers):
        refuse("no version")
    if not all(isinstance(one, str) or is_number(one) for one in pre):
        refuse("no pre-release")
    return _Comparison(
        fits,
        [double(number) for number in numbers],
        [one if isinstance(one, str) else double(one) for one in pre],
    )
