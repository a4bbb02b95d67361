"""What files would not be let through with, refused in tests as well: half understood, it would
hold for everybody or for nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from .._conditions.deal import HASHES
from .._conditions.written import texts_of
from .._evaluation.read import is_list, is_record
from .._evaluation.scalars import double, is_finite
from .check_test import check_order, check_test, is_moment, is_texts, is_whole, refuse

_ATTRIBUTE = re.compile(r'[a-z][A-Za-z0-9_-]*(\.([^."\s][^.\s]*|"([^"\\]|\\["\\])+"))+')
_LONGEST_ATTRIBUTE = 256
_LONGEST_SALT = 512


def check_condition(condition: Any, is_segment: Callable[[str], bool]) -> None:
    """Raises ``TypeError`` for a condition that a file would not be let through with.

    Args:
        condition: As written.
        is_segment: Whether there is a segment of a key.
    """
    for name, value in _members(condition, "A condition").items():
        if name in ("any", "all"):
            if not is_list(value) or not value:
                refuse(name, value)
            for one in value:
                check_condition(one, is_segment)
        elif name == "not":
            check_condition(value, is_segment)
        elif name == "segment":
            _check_segments(value, is_segment)
        elif name == "share":
            if "percent" not in _check_members(name, value, _SHARE):
                raise TypeError("`share` has no `percent`.")
        elif name == "now":
            _check_members(name, value, {"before": is_moment, "after": is_moment})
            check_order(value)
        elif _ATTRIBUTE.fullmatch(name):
            check_test(value)
        else:
            raise TypeError(
                f"A condition has no `{name}`; an attribute is written with its kind, "
                "such as user.email."
            )


def _check_segments(value: Any, is_segment: Callable[[str], bool]) -> None:
    if not is_texts(value):
        refuse("segment", value)
    for key in texts_of(value):
        if not is_segment(key):
            raise TypeError(f"There is no segment `{key}`: set it before it is asked for.")


def _members(value: Any, what: str) -> Mapping[str, Any]:
    if not is_record(value) or not value:
        raise TypeError(f"{what} asks for nothing.")
    return value


def _check_members(
    what: str, value: Any, known: Mapping[str, Callable[[Any], bool]]
) -> Mapping[str, Any]:
    members = _members(value, f"`{what}`")
    for name, one in members.items():
        if name not in known or not known[name](one):
            refuse(name, one)
    return members


def _is_percent(value: Any) -> bool:
    if not is_finite(value) or not 0 <= value <= 100:
        return False
    buckets = double(value) * 1000
    return abs(buckets - round(buckets)) < 1e-6


def _is_attribute(value: Any) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_ATTRIBUTE:
        return False
    return _ATTRIBUTE.fullmatch(value) is not None


_SHARE: dict[str, Callable[[Any], bool]] = {
    "percent": _is_percent,
    "by": _is_attribute,
    "salt": lambda value: isinstance(value, str) and 0 < len(value) <= _LONGEST_SALT,
    "seed": lambda value: is_whole(value, 0, 0xFFFFFFFF),
    "hash": lambda value: value in HASHES,
    "buckets": lambda value: is_whole(value, 1, 100_000),
}
