"""The test of one attribute as written: a value, a list of values, or operators by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .._evaluation.read import is_list, is_record
from .._evaluation.scalars import is_number, plain_text
from .._evaluation.values.lower_case import lower_case
from .compile_network import compile_network
from .compile_version_range import compile_version_range
from .instant_of import instant_of
from .written import (
    Members,
    in_name_order,
    in_order,
    is_scalar,
    list_of,
    members_of,
    number_of,
    text_of,
    texts_of,
)

CompilePattern = Callable[[str, bool], dict[str, Any]]
"""A pattern as a program, in RE2's meaning; the second argument says whether case is ignored."""

ValueTest = dict[str, Any]


def compile_value_tests(test: Any, compile_pattern: CompilePattern) -> list[ValueTest]:
    if not is_record(test):
        return [{"is": "in", "values": in_order(_scalars(test))}]
    ignores_case = test.get("ignoreCase") is True
    tests = _range_tests(test)
    for name, value in in_name_order(test):
        compiled = _operator(name, value, ignores_case, compile_pattern)
        if compiled is not None:
            tests.append(compiled)
    return tests


def _operator(
    name: str, value: Any, ignores_case: bool, compile_pattern: CompilePattern
) -> ValueTest | None:
    flag: ValueTest = {"ignoreCase": True} if ignores_case else {}
    if name in ("equals", "in", "notIn", "includes", "includesAll"):
        values = in_order(_cased(_scalars(value), ignores_case))
        return {"is": "in" if name == "equals" else name, "values": values, **flag}
    if name in ("contains", "startsWith", "endsWith"):
        return {"is": name, "texts": in_order(_cased(texts_of(value), ignores_case)), **flag}
    if name == "matches":
        patterns = in_order(texts_of(value))
        return {
            "is": name,
            "programs": [compile_pattern(pattern, ignores_case) for pattern in patterns],
        }
    if name in ("size", "not"):
        return {"is": name, "tests": _inner(name, value, compile_pattern)}
    return _plain_operator(name, value)


def _plain_operator(name: str, value: Any) -> ValueTest | None:
    if name == "modulo":
        members = members_of(value)
        amounts = {part: number_of(members.get(part)) or 0 for part in ("divisor", "remainder")}
        return {"is": name, **amounts}
    if name == "semver":
        return {"is": name, "comparisons": compile_version_range(text_of(value) or "")}
    if name == "cidr":
        networks = in_order(texts_of(value))
        return {"is": name, "networks": [compile_network(text) for text in networks]}
    return {"is": name, "expected": value is True} if name == "exists" else None


def _inner(name: str, value: Any, compile_pattern: CompilePattern) -> list[ValueTest]:
    if name == "size" and is_number(value):
        return [{"is": "number", "from": value, "to": value}]
    return compile_value_tests(value, compile_pattern)


def _range_tests(test: Members) -> list[ValueTest]:
    """Limits are one test together, whichever of them are written."""
    limits = {
        "above": number_of(test.get("greaterThan")),
        "from": number_of(test.get("atLeast")),
        "below": number_of(test.get("lessThan")),
        "to": number_of(test.get("atMost")),
    }
    dates = {"after": instant_of(test.get("after")), "before": instant_of(test.get("before"))}
    return [*_limited("number", limits), *_limited("date", dates)]


def _limited(name: str, limits: dict[str, float | None]) -> list[ValueTest]:
    written = {limit: value for limit, value in limits.items() if value is not None}
    return [{"is": name, **written}] if written else []


def _scalars(value: Any) -> list[Any]:
    items = list_of(value) if is_list(value) else [value]
    return [plain_text(one) if isinstance(one, str) else one for one in items if is_scalar(one)]


def _cased(values: list[Any], ignores_case: bool) -> list[Any]:
    if not ignores_case:
        return values
    return [lower_case(value) if isinstance(value, str) else value for value in values]
