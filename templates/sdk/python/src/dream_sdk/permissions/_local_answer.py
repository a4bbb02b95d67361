"""What clients with and without asyncio have in common: answering at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypedDict, cast

from .._core.errors import ConfigurationError
from .._core.exact_text import exact_text
from ._claims import are_newer, are_over
from ._held import Held
from ._role_policy import PermissionAnswer, ResourceInHand, is_resource
from ._settings import LEAST_PAUSE

RoleHolder = Collection[str] | Mapping[str, Any]
"""Keys of the roles that somebody has in the tenant, or the claims of their token, verified: an
object with ``roleSlugs``, and perhaps ``policyVersion``, ``accessUntil``, ``sub`` and
``tenantId``."""


class LocalAnswers:
    """Answers from what is held, and wishes for what is newer where claims know of it."""

    def __init__(self, max_age: float) -> None:
        self._max_age = max_age
        self._wished_at = float("-inf")

    def can(
        self,
        held: Held,
        wish: Callable[[], object],
        who: RoleHolder,
        permission: str,
        resource: ResourceInHand | None,
    ) -> PermissionAnswer:
        """``ask`` where only the server can know, or the policy is not known to be in force."""
        if held.is_older_than(self._max_age) or not is_resource(resource):
            return "ask"
        if not isinstance(who, Mapping):
            return held.policy.can(who, permission, resource)
        claims = cast("Mapping[str, Any]", who)
        if are_over(claims):
            return "ask"
        if are_newer(claims, held.policy.revision):
            # It may be of elsewhere, and will then be newer for ever.
            now = time.monotonic()
            if now - self._wished_at >= LEAST_PAUSE:
                self._wished_at = now
                wish()
            return "ask"
        return held.policy.can(claims.get("roleSlugs", ""), permission, resource)


class _AskedResourceRequired(TypedDict):
    type: str


class AskedResource(_AskedResourceRequired, total=False):
    """As ``access.check`` takes it."""

    id: str
    properties: Mapping[str, Any]


def require_resource(resource: Any) -> None:
    """Raises a ``ConfigurationError`` for what a question cannot be about."""
    if not is_resource(resource):
        raise ConfigurationError("A resource is a mapping with id and properties.")


def asked_of_server(permission: Any, resource: ResourceInHand | None) -> tuple[str, AskedResource]:
    """The action and the resource of ``access.check``. Raises a ``ConfigurationError`` for a
    resource that is no mapping."""
    require_resource(resource)
    # A member of an enumeration is asked for by the text that it is, as it is looked up.
    text = exact_text(permission) if isinstance(permission, str) else str(permission)
    type_, _, action = text.partition(":")
    asked: AskedResource = {"type": type_}
    id_ = None if resource is None else resource.get("id")
    properties = None if resource is None else resource.get("properties")
    if id_ is not None:
        asked["id"] = id_
    if properties is not None:
        asked["properties"] = properties
    return action, asked
