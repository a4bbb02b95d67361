"""Who asks, in any of three forms, read into one: by kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..absent import is_nothing
from ..read import is_record, own
from ..scalars import is_finite, number_text, plain_text

_KIND_NAME = re.compile(r"[a-z][A-Za-z0-9_-]*")
# Those that need not be declared.
_USUAL_KINDS = frozenset(("user", "tenant", "device"))

Context = dict[str, dict[str, Any]]


def is_kind_name(text: str) -> bool:
    return _KIND_NAME.fullmatch(text) is not None


def read_context(given: Mapping[Any, Any], kinds: frozenset[str]) -> Context | None:
    """None where the input is no context.

    The forms: ours, by kind (``{"user": {"key": "ada"}, "tenant": {"key": "acme"}}``);
    OpenFeature's, flat (``{"targetingKey": "ada", "email": …, "tenant": {…}}``: what is not the
    object of a kind is the user's); and LaunchDarkly's (``{"kind": "multi", "user": {…}}`` or
    ``{"kind": "user", "key": "ada"}``).

    Args:
        given: The input.
        kinds: The project's own, besides user, tenant and device: in the flat form any other
            object is an attribute, unless it has a key.
    """
    members = _texts_only(given)
    is_targeted = "targetingKey" in members
    kind = own(members, "kind")
    if isinstance(kind, str) and not is_targeted:
        return _read_marked(members, plain_text(kind))
    there = {name: value for name, value in members.items() if value is not None}
    is_flat = is_targeted or any(
        not is_record(value) and not _is_each_kind(there, name) for name, value in there.items()
    )
    return _read_flat(members, kinds) if is_flat else _read_by_kind(there)


def _texts_only(given: Mapping[Any, Any]) -> dict[str, Any]:
    # In JSON every name is a text.
    return {plain_text(name): value for name, value in given.items() if isinstance(name, str)}


def _is_each_kind(given: dict[str, Any], name: str) -> bool:
    # Whoever names kinds and nothing else means kinds, and has forgotten that each is an object.
    return name in _USUAL_KINDS and _USUAL_KINDS.issuperset(given)


def _read_by_kind(given: Mapping[str, Any]) -> Context | None:
    context: Context = {}
    for kind, value in given.items():
        # Marked as a kind, `targetingKey` would pass here, and be the key of a user when what was
        # read is read again.
        if value is None:
            continue
        if kind == "targetingKey" or not is_kind_name(kind) or not is_record(value):
            return None
        attributes = _read_one(value)
        if attributes is None:
            return None
        context[kind] = attributes
    return context


def _read_flat(members: dict[str, Any], kinds: frozenset[str]) -> Context | None:
    rest = {name: value for name, value in members.items() if name != "targetingKey"}
    target = members.get("targetingKey")
    key = _text_of_key(target)
    if key is None and target is not None:
        return None
    others = {name: value for name, value in rest.items() if _is_of_kind(name, value, kinds)}
    by_kind = _read_by_kind(others)
    if by_kind is None:
        return None
    # A flat `key` is the user's, and a key like any other.
    flat = {name: value for name, value in rest.items() if name not in others}
    nested = by_kind.pop("user", {})
    user = _read_one({**flat, **nested, **({} if key is None else {"key": key})})
    if user is None:
        return None
    return {**({"user": user} if user else {}), **by_kind}


def _is_of_kind(name: str, value: Any, kinds: frozenset[str]) -> bool:
    # What could not be the name of a kind is an attribute, whatever it holds.
    if not is_record(value):
        return False
    is_known = name in _USUAL_KINDS or name in kinds
    return is_known or (is_kind_name(name) and _text_of_key(own(value, "key")) is not None)


def _read_marked(members: dict[str, Any], kind: str) -> Context | None:
    # `kind` says what the rest is. `_meta` is about reporting, and nothing to a rule.
    rest = {name: value for name, value in members.items() if name != "kind"}
    marked: dict[str, Any] = rest if kind == "multi" else {kind: rest}
    given: dict[str, Any] = {}
    for name, value in marked.items():
        if not is_record(value):
            given[name] = value
            continue
        if _text_of_key(own(value, "key")) is None:
            return None
        given[name] = {name: one for name, one in value.items() if name != "_meta"}
    is_empty = any(value is None for value in given.values())
    return None if is_empty else _read_by_kind(given)


def _read_one(value: Mapping[Any, Any]) -> dict[str, Any] | None:
    # A number as a key is what its digits say.
    attributes = {name: one for name, one in _texts_only(value).items() if name != "key"}
    given = own(value, "key")
    if is_nothing(given):
        return attributes
    key = _text_of_key(given)
    return None if key is None else {"key": key, **attributes}


def _text_of_key(value: Any) -> str | None:
    if isinstance(value, str):
        return plain_text(value)
    return number_text(value) if is_finite(value) else None
