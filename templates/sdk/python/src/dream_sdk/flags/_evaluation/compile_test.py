"""Conditions as a ruleset has them."""

from __future__ import annotations

from collections.abc import Callable

from .asked import Asked
from .attribute import attribute_of
from .check import Check, all_of, any_of
from .deals.compile_deal import bucket_in, cut_at, deal_in
from .limits import check_depth
from .read import Source, choice_in, object_in, objects_in, texts_in
from .scope import Scope
from .values.compile_value_test import compile_value_tests
from .values.dates import moment_check


def compile_test(source: Source, scope: Scope, depth: int = 0) -> Check:
    check_depth(depth)
    scope.spend(1)
    return choice_in(source, "op", _COMPILERS)(source, scope, depth)


def _inside(source: Source, scope: Scope, depth: int) -> list[Check]:
    return [compile_test(test, scope, depth + 1) for test in objects_in(source, "of")]


def _compile_all(source: Source, scope: Scope, depth: int) -> Check:
    return all_of(_inside(source, scope, depth))


def _compile_any(source: Source, scope: Scope, depth: int) -> Check:
    return any_of(_inside(source, scope, depth))


def _compile_not(source: Source, scope: Scope, depth: int) -> Check:
    check = compile_test(object_in(source, "of"), scope, depth + 1)
    return lambda asked: not check(asked)


def _compile_segment(source: Source, scope: Scope, depth: int) -> Check:
    segments = scope.surroundings.segments
    return any_of([segments.member(key, scope) for key in texts_in(source, "keys")])


def _compile_share(source: Source, scope: Scope, depth: int) -> Check:
    read = attribute_of(object_in(source, "by"))
    deal = deal_in(source)
    cut = cut_at(deal, bucket_in(source, "upTo"))
    without_unit = deal.without_unit == "first" and cut > 0

    def check(asked: Asked) -> bool:
        unit = deal.unit(read(asked))
        return without_unit if unit is None else deal.position(unit) < cut

    return check


def _compile_now(source: Source, scope: Scope, depth: int) -> Check:
    is_within = moment_check(source)
    return lambda asked: is_within(asked.now())


def _compile_attribute(source: Source, scope: Scope, depth: int) -> Check:
    read = attribute_of(object_in(source, "of"))
    check = compile_value_tests(source)
    return lambda asked: check(read(asked))


_COMPILERS: dict[str, Callable[[Source, Scope, int], Check]] = {
    "all": _compile_all,
    "any": _compile_any,
    "not": _compile_not,
    "segment": _compile_segment,
    "share": _compile_share,
    "now": _compile_now,
    "attribute": _compile_attribute,
}
