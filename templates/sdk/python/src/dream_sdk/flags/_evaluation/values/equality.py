"""The tests ``in`` and ``notIn``."""

from __future__ import annotations

from typing import Any

from ..absent import ABSENT
from ..read import Source, list_in, own, refuse
from ..scalars import scalar_key
from .lower_case import lower_case
from .value_check import ValueCheck


def compile_in(source: Source, depth: int) -> ValueCheck:
    """Has one of the values; a text never equals a number."""
    values = value_set(source)
    if ignores_case(source):
        return lambda value: scalar_key(lowered(value)) in values
    return lambda value: scalar_key(value) in values


def compile_not_in(source: Source, depth: int) -> ValueCheck:
    """Is present and has none of the values."""
    is_in = compile_in(source, depth)
    return lambda value: value is not ABSENT and value is not None and not is_in(value)


def value_set(source: Source) -> frozenset[Any]:
    """The field ``values``. Texts of a test that ignores case are in lower case already."""
    keys = [scalar_key(value) for value in list_in(source, "values")]
    if None in keys:
        refuse("`values` holds no scalar")
    return frozenset(keys)


def ignores_case(source: Source) -> bool:
    return own(source, "ignoreCase") is True


def lowered(value: Any) -> Any:
    return lower_case(value) if isinstance(value, str) else value
