"""Ranges of versions as comparisons of which all must hold."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from .._evaluation.scalars import plain_number

_COMPARATOR = re.compile(
    r"(<=|>=|[<>=^~])?\s*v?([0-9]+(?:\.[0-9]+){0,2})(?:-([A-Za-z0-9_.-]+))?(?:\+[A-Za-z0-9_.-]+)?"
)
_NUMBER = re.compile(r"0|[1-9][0-9]*")

Comparison = dict[str, Any]
Parts = tuple[float, float, float]


class _Written(NamedTuple):
    """A version. ``written``: how many of its three parts were."""

    parts: Parts
    written: int
    pre: list[Any]


def compile_version_range(text: str) -> list[Comparison]:
    """``^1.2 <1.9``, and so on.

    A version with parts left out stands for all that begin so, as in npm: ``=2`` is any 2.x.y,
    ``>2`` begins at 3.0.0. Upper limits leave out the pre-releases of the limit itself, since
    2.0.0-beta is no ``^1.2``.
    """
    return [
        comparison
        for found in _COMPARATOR.finditer(text)
        for comparison in _compare(found[1] or "=", _read(found[2], found[3]))
    ]


def _read(numbers: str, pre: str | None) -> _Written:
    parts = [_number(part) for part in numbers.split(".")]
    # What has a pre-release is one version, however short it is written.
    written = len(parts) if pre is None else 3
    major, minor, patch = (*parts, 0, 0)[:3]
    identifiers = [] if pre is None else pre.split(".")
    return _Written(
        (major, minor, patch),
        written,
        [_number(one) if _NUMBER.fullmatch(one) else one for one in identifiers],
    )


def _number(digits: str) -> float:
    return plain_number(float(digits))


def _compare(op: str, version: _Written) -> list[Comparison]:
    parts, written, _ = version
    following = _following(parts, written - 1)
    least = _comparison(">=", parts, version.pre)
    if op == "^":
        return [least, _below(_following(parts, min(_first_that_counts(parts), written - 1)))]
    if op == "~":
        return [least, _below(_following(parts, min(1, written - 1)))]
    if op == ">=":
        return [least]
    if written == 3:
        return [_comparison(op, parts, version.pre)]
    if op == "=":
        return [least, _below(following)]
    if op == ">":
        return [_comparison(">=", following, [])]
    return [_below(following if op == "<=" else parts)]


def _comparison(op: str, version: Parts, pre: list[Any]) -> Comparison:
    return {"op": op, "version": list(version), "pre": pre}


def _below(version: Parts) -> Comparison:
    """Below it and all its pre-releases, of which ``0`` is the lowest."""
    return _comparison("<", version, [0])


def _first_that_counts(parts: Parts) -> int:
    # The leftmost part that is not 0; a change of it may break what relies on it.
    return next((index for index, part in enumerate(parts) if part != 0), 2)


def _following(parts: Parts, index: int) -> Parts:
    """The first version whose part at ``index`` is greater."""
    major, minor, patch = parts
    if index == 0:
        return (major + 1, 0, 0)
    return (major, minor + 1, 0) if index == 1 else (major, minor, patch + 1)
