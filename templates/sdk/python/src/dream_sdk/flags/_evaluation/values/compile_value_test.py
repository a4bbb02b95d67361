"""The tests of a value, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..absent import ABSENT
from ..limits import check_depth
from ..matches.compile_matches import compile_matches
from ..read import Source, choice_in, objects_in, own
from .cidr import compile_cidr
from .dates import compile_date
from .equality import compile_in, compile_not_in
from .lists import compile_includes, compile_includes_all, size_check
from .numbers import compile_modulo, compile_number
from .semver import compile_semver
from .texts import contains, ends_with, starts_with, text_test
from .value_check import ValueCheck, passes_always


def compile_value_tests(source: Source, depth: int = 0) -> ValueCheck:
    """The field ``tests``: all must hold."""
    check_depth(depth)
    checks = [
        choice_in(test, "is", _COMPILERS)(test, depth) for test in objects_in(source, "tests")
    ]
    if len(checks) < 2:
        return checks[0] if checks else passes_always

    def check(value: Any) -> bool:
        for one in checks:
            if not one(value):
                return False
        return True

    return check


def _compile_size(source: Source, depth: int) -> ValueCheck:
    return size_check(compile_value_tests(source, depth + 1))


def _compile_exists(source: Source, depth: int) -> ValueCheck:
    is_expected = own(source, "expected") is True
    return lambda value: (value is not ABSENT and value is not None) == is_expected


def _compile_not(source: Source, depth: int) -> ValueCheck:
    check = compile_value_tests(source, depth + 1)
    return lambda value: not check(value)


_COMPILERS: dict[str, Callable[[Source, int], ValueCheck]] = {
    "in": compile_in,
    "notIn": compile_not_in,
    "contains": text_test(contains),
    "startsWith": text_test(starts_with),
    "endsWith": text_test(ends_with),
    "matches": lambda source, _: compile_matches(source),
    "number": compile_number,
    "modulo": compile_modulo,
    "date": compile_date,
    "semver": compile_semver,
    "cidr": compile_cidr,
    "includes": compile_includes,
    "includesAll": compile_includes_all,
    "size": _compile_size,
    "exists": _compile_exists,
    "not": _compile_not,
}
