"""How permissions match: exactly as the server matches them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, NamedTuple

_WRITTEN = re.compile(
    r"\*|([A-Za-z0-9][A-Za-z0-9._-]*):(\*|[a-z][a-z0-9_-]*)(?::(\*|[a-z][a-z0-9_-]*))?"
)


class PermissionParts(NamedTuple):
    """What a permission is made of; ``*`` alone has neither action nor scope."""

    resource: str
    action: str | None
    scope: str | None


def permission_parts(permission: Any) -> PermissionParts | None:
    """None for what is no permission."""
    # The whole text: a ``$`` would let a line end follow.
    found = _WRITTEN.fullmatch(permission) if isinstance(permission, str) else None
    return None if found is None else PermissionParts(found[1] or "*", found[2], found[3])


def covers(held: PermissionParts, asked: PermissionParts) -> bool:
    """Whether holding the one is enough where the other is asked for."""
    if held.resource == "*":
        return True
    if held.resource != asked.resource or held.action not in ("*", asked.action):
        return False
    if held.scope is None:
        return True
    # Who is held to a scope never gets what has none, not even by naming every scope there is.
    return asked.scope is not None and held.scope in ("*", asked.scope)


def matches_permission(granted: str, asked: str) -> bool:
    """Whether holding ``granted`` is enough where ``asked`` is asked for. Never raises: what is no
    permission grants nothing and is granted by nothing."""
    held, wanted = permission_parts(granted), permission_parts(asked)
    return held is not None and wanted is not None and covers(held, wanted)


def has_any_permission(granted: Collection[str], asked: Collection[str]) -> bool:
    """Whether one of ``granted`` covers one of ``asked``; asked for nothing, nothing is held."""
    if not is_list(granted) or not is_list(asked):
        return False
    return any(matches_permission(held, one) for one in asked for held in granted)


def has_all_permissions(granted: Collection[str], asked: Collection[str]) -> bool:
    """Whether each of ``asked`` is covered by one of ``granted``; for nothing, all is held."""
    if not is_list(granted) or not is_list(asked):
        return False
    return all(any(matches_permission(held, one) for held in granted) for one in asked)


def is_list(value: Any) -> bool:
    """A text is none, though Python takes it for one of its letters."""
    return isinstance(value, (list, tuple, set, frozenset))
