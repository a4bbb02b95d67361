"""Reads what ``access.policy`` answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from .._core.json_value import as_list, as_object

T = TypeVar("T")
Names = Mapping[str, frozenset[str]]


class GrantedPermission(NamedTuple):
    """What a role grants.

    Attributes:
        permission: As it is written: ``invoice:*``.
        condition: An expression under which it applies; None: always.
    """

    permission: str
    condition: str | None = None


class Payload(NamedTuple):
    """A policy, read.

    Attributes:
        relation_actions: None: the server does not say, so every resource may have some.
    """

    revision: float
    roles: Mapping[str, tuple[GrantedPermission, ...]]
    resource_types: Names
    scopes: Names
    relation_actions: Names | None


def read_payload(payload: Any) -> Payload:
    """Raises a ``TypeError`` where it is no policy: half of one would refuse, or allow, what the
    whole does not."""
    members = as_object(payload)
    if members is None:
        raise _not_one("it is no object")
    revision = members.get("revision")
    if isinstance(revision, bool) or not isinstance(revision, (int, float)):
        raise _not_one("it has no revision")
    scopes = members.get("scopes")
    is_told = "relationActions" in members
    return Payload(
        revision,
        _entries("roles", members.get("roles"), lambda grants: tuple(map(_read_grant, grants))),
        _names("resourceTypes", members.get("resourceTypes")),
        _names("scopes", {} if scopes is None else scopes),
        _names("relationActions", members["relationActions"]) if is_told else None,
    )


def _read_grant(value: Any) -> GrantedPermission:
    grant = as_object(value)
    if grant is None:
        raise _not_one("a grant is no object")
    permission, condition = grant.get("permission"), grant.get("condition")
    if not isinstance(permission, str):
        raise _not_one("a grant has no permission")
    # Never taken for none: what applies under a condition would apply always.
    if "condition" in grant and not isinstance(condition, str):
        raise _not_one("a condition is no text")
    return GrantedPermission(permission, condition)


def _names(name: str, value: Any) -> Names:
    def read(names: list[Any]) -> frozenset[str]:
        if not all(isinstance(one, str) for one in names):
            raise _not_one(f"{name} has a name that is no text")
        return frozenset(names)

    return _entries(name, value, read)


def _entries(name: str, value: Any, read: Callable[[list[Any]], T]) -> dict[str, T]:
    members = as_object(value)
    if members is None:
        raise _not_one(f"it has no {name}")
    return {key: read(_list_of(name, entry)) for key, entry in members.items()}


def _list_of(name: str, value: Any) -> list[Any]:
    items = as_list(value)
    if items is None:
        raise _not_one(f"{name} has an entry that is no list")
    return items


def _not_one(why: str) -> TypeError:
    return TypeError(f"This is no policy: {why}")
