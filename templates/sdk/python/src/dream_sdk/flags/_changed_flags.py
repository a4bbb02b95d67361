"""Flags whose answer may be another after an update."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from ._evaluation.absent import ABSENT
from ._evaluation.deals.octets import utf16_order
from ._evaluation.read import Source, is_list, is_record, own


def changed_flags(before: Source | None, after: Source) -> list[str]:
    """Those included that only ask for something that changed. In alphabetical order."""
    flags = _part(after, "flags")
    try:
        changed = set(flags) if before is None else _compared(before, after)
    except Exception:
        # Something in them is no ruleset; each flag answers for itself.
        changed = set(flags)
    return sorted(changed, key=utf16_order)


def _compared(before: Source, after: Source) -> set[str]:
    flags = _part(after, "flags")
    segments = _differing(before, after, "segments")
    _spread(segments, _part(after, "segments"), _segments_of)
    entitlements = _differing(before, after, "entitlements")
    are_tenants_others = own(before, "plans") != own(after, "plans") or bool(
        _differing(before, after, "tenants")
    )
    changed = _differing(before, after, "flags")
    for key, flag in flags.items():
        entitlement = own(flag, "entitlement")
        is_gated = entitlement is not ABSENT and (are_tenants_others or entitlement in entitlements)
        if is_gated or not segments.isdisjoint(_segments_of(flag)):
            changed.add(key)
    _spread(changed, flags, _prerequisites_of)
    return changed


def _part(ruleset: Source, name: str) -> Source:
    part = own(ruleset, name)
    return part if is_record(part) else {}


def _differing(before: Source, after: Source, name: str) -> set[str]:
    """Those that are other ones, new, or gone."""
    old, now = _part(before, name), _part(after, name)
    return {
        key
        for key in {**old, **now}
        if key not in old or key not in now or not _is_same(old[key], now[key])
    }


def _is_same(one: Any, other: Any) -> bool:
    # An entry that a patch left alone is the same object. Not by `==`: to that, true is 1.
    return one is other or json.dumps(one) == json.dumps(other)


def _spread(found: set[str], all: Source, asks: Callable[[Any], Iterable[str]]) -> None:
    """Adds whatever asks for one that is in the set, until nothing is left to add."""
    askers: dict[str, list[str]] = {}
    for key, one in all.items():
        for asked in asks(one):
            askers.setdefault(asked, []).append(key)
    waiting = list(found)
    while waiting:
        for asker in askers.get(waiting.pop(), ()):
            if asker not in found:
                found.add(asker)
                waiting.append(asker)


def _prerequisites_of(flag: Any) -> list[str]:
    return [own(one, "flag") for one in _items(own(flag, "prerequisites"))]


def _segments_of(one: Any) -> set[str]:
    """Of a flag or a segment: those that the tests in its rules name."""
    found: set[str] = set()
    waiting = [own(rule, "if") for rule in _items(own(one, "rules"))]
    while waiting:
        test = waiting.pop()
        if own(test, "op") == "segment":
            found.update(key for key in _items(own(test, "keys")) if isinstance(key, str))
            continue
        inner = own(test, "of")
        waiting += inner if is_list(inner) else [inner] if is_record(inner) else []
    return found


def _items(value: Any) -> list[Any]:
    return value if is_list(value) else []
