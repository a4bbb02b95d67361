"""The tests ``includes``, ``includesAll`` and ``size``."""

from __future__ import annotations

from typing import Any

from ..read import Source, is_list
from ..scalars import scalar_key
from .equality import ignores_case, lowered, value_set
from .value_check import ValueCheck

# What is longer is no list anybody meant, and would make the next caller wait.
_LONGEST_LIST = 100_000


def compile_includes(source: Source, depth: int) -> ValueCheck:
    """The list has any of the values."""
    values = value_set(source)
    is_caseless = ignores_case(source)

    def check(value: Any) -> bool:
        if not is_list(value) or len(value) > _LONGEST_LIST:
            return False
        return any(_key(member, is_caseless) in values for member in value)

    return check


def compile_includes_all(source: Source, depth: int) -> ValueCheck:
    """The list has every one of the values."""
    values = value_set(source)
    is_caseless = ignores_case(source)

    def check(value: Any) -> bool:
        if not is_list(value) or len(value) > _LONGEST_LIST:
            return False
        return values.issubset(_key(member, is_caseless) for member in value)

    return check


def size_check(check: ValueCheck) -> ValueCheck:
    """How many members the list has."""
    return lambda value: is_list(value) and len(value) <= _LONGEST_LIST and check(len(value))


def _key(member: Any, is_caseless: bool) -> Any:
    return scalar_key(lowered(member) if is_caseless else member)
