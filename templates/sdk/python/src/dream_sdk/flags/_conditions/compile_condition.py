"""A condition as written; several tests in one must all hold."""

from __future__ import annotations

from typing import Any

from .compile_value_tests import CompilePattern, compile_value_tests
from .deal import attribute_path, buckets, deal_of, unit_path
from .instant_of import instant_of
from .written import in_name_order, in_order, list_of, members_of, number_of, texts_of

Test = dict[str, Any]


def compile_condition(condition: Any, salt: str, compile_pattern: CompilePattern) -> Test:
    """What it is in a ruleset. ``salt``: of shares that say none."""
    tests = [
        _compiled(name, value, salt, compile_pattern) for name, value in in_name_order(condition)
    ]
    return tests[0] if len(tests) == 1 else {"op": "all", "of": tests}


def _compiled(name: str, value: Any, salt: str, compile_pattern: CompilePattern) -> Test:
    if name in ("any", "all"):
        inner = [compile_condition(one, salt, compile_pattern) for one in list_of(value)]
        return {"op": name, "of": inner}
    if name == "not":
        return {"op": name, "of": compile_condition(value, salt, compile_pattern)}
    if name == "segment":
        return {"op": name, "keys": in_order(texts_of(value))}
    if name == "share":
        return _share(value, salt)
    if name == "now":
        return _now(value)
    tests = compile_value_tests(value, compile_pattern)
    return {"op": "attribute", "of": attribute_path(name), "tests": tests}


def _share(value: Any, salt: str) -> Test:
    share = members_of(value)
    return {
        "op": "share",
        "by": unit_path(share.get("by")),
        # Not the salt of the rollouts: whoever is in the first tenth would get their first
        # variation, always.
        "deal": deal_of(share, f"{salt}.share"),
        "upTo": buckets(number_of(share.get("percent"))),
    }


def _now(value: Any) -> Test:
    limits = {name: instant_of(members_of(value).get(name)) for name in ("after", "before")}
    return {"op": "now", **{name: at for name, at in limits.items() if at is not None}}
