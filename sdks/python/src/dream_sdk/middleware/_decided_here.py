"""What is decided without a question to the server, and who is told of it."""

from __future__ import annotations

from typing import Any

from ..permissions._answer_reports import DecisionSink
from ..permissions._matching import has_any_permission, permission_parts
from ..permissions._role_policy import ResourceInHand, is_in_hand
from ..types.me import Me
from ._request_token import token_revision
from ._settings import PermissionSource


class DecidesHere:
    """Decides by what is known of a user, and by a client of permissions if there is one."""

    def __init__(
        self, permissions: PermissionSource | None, decisions: DecisionSink | None
    ) -> None:
        self._permissions = permissions
        self._decisions = decisions

    def decide(
        self, token: str, user: Me, permission: str, resource: ResourceInHand | None
    ) -> bool | None:
        """Whether they may do it; None where only the server knows."""
        held: list[str] = user.permissions
        if is_in_hand(resource):
            # Whether one resource is within a scope, only the server can judge.
            held = [one for one in held if not _has_scope(one)]
        is_held = has_any_permission(held, [permission])
        # No question to the server can be about a wildcard.
        if is_held or "*" in permission:
            self._tell(is_held, None, token, user, permission, resource)
            return is_held
        if self._permissions is None:
            return None
        answer = self._permissions.can(user.roles, permission, resource)
        if answer == "ask":
            return None
        revision = getattr(getattr(self._permissions, "policy", None), "revision", None)
        self._tell(answer == "yes", revision, token, user, permission, resource)
        return answer == "yes"

    def _tell(
        self,
        is_allowed: bool,
        revision: Any,
        token: str,
        user: Me,
        permission: str,
        resource: ResourceInHand | None,
    ) -> None:
        """Where it is known by which policy it was decided."""
        if self._decisions is None:
            return
        try:
            known = token_revision(token) if revision is None else revision
            if known is not None:
                self._decisions.report(
                    subject={"id": user.id},
                    permission=permission,
                    allowed=is_allowed,
                    policy_revision=known,
                    resource=resource,
                    tenant=user.tenant_id,
                )
        except Exception:
            # Whoever is told of it changes nothing of what was decided.
            return


def _has_scope(permission: str) -> bool:
    parts = permission_parts(permission)
    return parts is not None and parts.scope is not None
