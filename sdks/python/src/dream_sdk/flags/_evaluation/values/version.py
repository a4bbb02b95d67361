"""Versions as https://semver.org has them, with a ``v`` before them or with the minor and patch
number left out if need be: ``v2`` is ``2.0.0``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_LONGEST = 256
_LARGEST = 2**53 - 1
# Not longer than a double holds exactly.
_LONGEST_NUMBER = 15
_WRITTEN = re.compile(
    r"[vV]?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?"
    r"(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?"
)

Identifier = float | str


class Version(NamedTuple):
    """A version; ``pre`` is that of its pre-release, empty for a release."""

    numbers: tuple[float, ...]
    pre: tuple[Identifier, ...]


def read_version(text: str) -> Version | None:
    """None where the text is no version."""
    written = _WRITTEN.fullmatch(text) if len(text) <= _LONGEST else None
    if written is None:
        return None
    parts = [written[place] or "0" for place in (1, 2, 3)]
    if not all(_is_usual(part) and int(part) <= _LARGEST for part in parts):
        return None
    identifiers = [] if written[4] is None else written[4].split(".")
    if not all(_is_identifier(one) for one in identifiers):
        return None
    pre = tuple(int(one) if one.isdigit() else one for one in identifiers)
    return Version(tuple(int(part) for part in parts), pre)


def compare_versions(version: Version, numbers: Sequence[float], pre: Sequence[Identifier]) -> int:
    """Below 0 when the version comes before the other one, above 0 when after it."""
    for own, other in zip(version.numbers, numbers):
        if own != other:
            return -1 if own < other else 1
    return _compare_pre(version.pre, pre)


def _compare_pre(own: Sequence[Identifier], other: Sequence[Identifier]) -> int:
    if not own or not other:
        # A release comes after all its pre-releases.
        return (not own) - (not other)
    for one, wanted in zip(own, other):
        order = _compare_identifiers(one, wanted)
        if order != 0:
            return order
    return (len(own) > len(other)) - (len(own) < len(other))


def _compare_identifiers(one: Identifier, wanted: Identifier) -> int:
    # Numbers by size and before texts; texts by their characters.
    if isinstance(one, str):
        if isinstance(wanted, str):
            return (one > wanted) - (one < wanted)
        return 1
    return -1 if isinstance(wanted, str) else (one > wanted) - (one < wanted)


def _is_usual(number: str) -> bool:
    # Without a needless zero in front.
    return len(number) == 1 or number[0] != "0"


def _is_identifier(text: str) -> bool:
    return not text.isdigit() or (_is_usual(text) and len(text) <= _LONGEST_NUMBER)
