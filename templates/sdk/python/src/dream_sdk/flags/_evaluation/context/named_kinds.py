"""Kinds of context that rules ask for; an object of that name in a flat context is one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..read import Source, is_list, is_record, own
from ..scalars import plain_text

_PARTS_THAT_ASK = ("fallthrough", "rules", "schedule", "targets")


def named_kinds(ruleset: Source) -> frozenset[str]:
    found: set[str] = set()
    waiting: list[Any] = []
    for part in ("flags", "segments"):
        for one in _values(own(ruleset, part)):
            if is_record(one):
                found.update(_kinds_of(one))
                # Variations hold what users wrote, and say nothing of kinds.
                waiting += (own(one, name) for name in _PARTS_THAT_ASK)
    while waiting:
        part = waiting.pop()
        if is_list(part):
            waiting += part
        elif is_record(part):
            kind = own(part, "kind")
            if isinstance(kind, str):
                found.add(plain_text(kind))
            else:
                # The values that are compared and the numbers of a pattern name no kinds, and may
                # be many.
                waiting += (value for name, value in part.items() if name != "tests")
    return frozenset(found)


def _kinds_of(one: Source) -> set[str]:
    kinds = {"tenant"} if "entitlement" in one else set[str]()
    for field in ("include", "exclude"):
        named = own(one, field)
        if is_record(named):
            kinds.update(named)
    return kinds


def _values(holder: Any) -> Iterable[Any]:
    return holder.values() if is_record(holder) else ()
