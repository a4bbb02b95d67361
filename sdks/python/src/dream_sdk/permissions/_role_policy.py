"""What the roles of an environment grant, asked without a server."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sized
from typing import Any, Literal, NamedTuple, TypedDict

from ._matching import PermissionParts, covers, is_list, permission_parts
from ._payload import GrantedPermission, read_payload

PermissionAnswer = Literal["yes", "no", "ask"]
"""``ask``: it depends on a condition, a scope or a relation, which only the server can judge."""

_Applies = Literal["always", "perhaps", "never"]


class ResourceInHand(TypedDict, total=False):
    """What it is wanted of. With neither of them, or none at all, the question is about the type.

    Attributes:
        properties: What conditions may ask of ``resource``.
    """

    id: str | None
    properties: Mapping[str, Any] | None


class _Grant(NamedTuple):
    granted: GrantedPermission
    parts: PermissionParts


class RolePolicy:
    """What the roles of an environment grant, in one revision. It stays as it is, and nothing but
    making it raises."""

    def __init__(self, payload: Mapping[str, Any]) -> None:
        """Raises a ``TypeError`` where it is no policy.

        Args:
            payload: What ``access.policy`` answers: ``client.access.policy().raw``.
        """
        read = read_payload(payload)
        self.revision = read.revision
        self._roles = {role: tuple(_grants(granted)) for role, granted in read.roles.items()}
        self._actions = read.resource_types
        self._scopes = read.scopes
        self._relation_actions = read.relation_actions

    def permissions_of(
        self, roles: Collection[str], resource_type: str | None = None
    ) -> tuple[GrantedPermission, ...]:
        """What the roles grant, each once and sorted; with a resource type, only what concerns
        it."""
        found = {
            grant.granted
            for grant in self._grants_of(roles)
            if resource_type is None or grant.parts.resource in ("*", resource_type)
        }
        return tuple(sorted(found, key=_place))

    def can(
        self, roles: Collection[str], permission: str, resource: ResourceInHand | None = None
    ) -> PermissionAnswer:
        """Whether whoever has these roles in the tenant may do what the permission says. Fit for
        every request: it asks nobody. A resource that is no mapping is ``ask``."""
        if not _is_texts(roles) or not is_resource(resource):
            return "ask"
        asked = permission_parts(permission)
        if asked is None:
            return "no"
        type_, action, scope = asked
        if action is None or "*" in (action, scope):
            is_held = any(
                granted.condition is None and covers(parts, asked)
                for granted, parts in self._grants_of(roles)
            )
            return "yes" if is_held else "no"
        scopes = self._scopes.get(type_)
        if action not in self._actions.get(type_, ()):
            return "no"
        if scope is not None and scopes is not None and scope not in scopes:
            return "no"
        in_hand = is_in_hand(resource)
        ways = {
            _worse(granted.condition, _scope_applies(parts.scope, scope, scopes, in_hand))
            for granted, parts in self._grants_of(roles)
            if parts.resource == "*" or (parts.resource == type_ and parts.action in ("*", action))
        }
        if "always" in ways:
            return "yes"
        return "ask" if "perhaps" in ways or self._may_relate(type_, action, resource) else "no"

    def _grants_of(self, roles: Collection[str]) -> Iterator[_Grant]:
        if _is_texts(roles):
            for role in roles:
                yield from self._roles.get(role, ())

    def _may_relate(self, type_: str, action: str, resource: ResourceInHand | None) -> bool:
        """A relation is one to a resource: without an id there is none."""
        if not isinstance(resource, Mapping) or resource.get("id") is None:
            return False
        related = self._relation_actions
        return related is None or action in related.get(type_, ())


def _grants(granted: Collection[GrantedPermission]) -> Iterator[_Grant]:
    for one in granted:
        parts = permission_parts(one.permission)
        if parts is not None:
            yield _Grant(one, parts)


def _scope_applies(
    granted: str | None, asked: str | None, scopes: frozenset[str] | None, in_hand: bool
) -> _Applies:
    """Whether the scope that a grant is narrowed to leaves room for what is asked."""
    if granted is None:
        return "always"
    if asked is None:
        # What the type does not declare covers nothing that anybody could tell.
        declared = scopes or frozenset()
        return "perhaps" if (declared if granted == "*" else granted in declared) else "never"
    if granted not in ("*", asked):
        return "never"
    return "always" if scopes is None or not in_hand else "perhaps"


def _worse(condition: str | None, applies: _Applies) -> _Applies:
    return "perhaps" if condition is not None and applies == "always" else applies


def is_in_hand(resource: ResourceInHand | None) -> bool:
    """Whether the question is about one resource, and not about its type."""
    if not isinstance(resource, Mapping):
        return False
    properties: Any = resource.get("properties")
    if resource.get("id") is not None:
        return True
    # What has no size is no mapping either: of a type alone nobody says such a thing.
    return properties is not None and (not isinstance(properties, Sized) or len(properties) > 0)


def is_resource(resource: Any) -> bool:
    """Whether it says what a question is about. What does not, such as an object of a database or
    what was not awaited, must not pass for a question about a type, which grants more."""
    return resource is None or isinstance(resource, Mapping)


def _place(granted: GrantedPermission) -> tuple[bytes, bool, bytes]:
    """By UTF-16 code units, as every language sorts them; those without a condition first."""
    permission, condition = granted
    return _units(permission), condition is not None, _units(condition or "")


def _units(text: str) -> bytes:
    return text.encode("utf-16-be", "surrogatepass")


def _is_texts(value: Any) -> bool:
    return is_list(value) and all(isinstance(one, str) for one in value)
