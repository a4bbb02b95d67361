"""Permissions asked locally: ``PermissionClient`` and ``AsyncPermissionClient``; and what brings
decisions that were taken without the server into its log.

Everything is imported when it is first used; whoever has no asyncio loads none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._async_client import AsyncPermissionClient
    from ._async_decision_reporter import AsyncDecisionReporter
    from ._client import PermissionClient
    from ._decision_reporter import DecisionReporter
    from ._local_answer import RoleHolder
    from ._matching import has_all_permissions, has_any_permission, matches_permission
    from ._payload import GrantedPermission
    from ._role_policy import PermissionAnswer, ResourceInHand, RolePolicy

__all__ = [
    "AsyncDecisionReporter",
    "AsyncPermissionClient",
    "DecisionReporter",
    "GrantedPermission",
    "PermissionAnswer",
    "PermissionClient",
    "ResourceInHand",
    "RoleHolder",
    "RolePolicy",
    "has_all_permissions",
    "has_any_permission",
    "matches_permission",
]

if not TYPE_CHECKING:
    _MODULES = {
        "_async_client": ("AsyncPermissionClient",),
        "_async_decision_reporter": ("AsyncDecisionReporter",),
        "_client": ("PermissionClient",),
        "_decision_reporter": ("DecisionReporter",),
        "_local_answer": ("RoleHolder",),
        "_matching": ("has_all_permissions", "has_any_permission", "matches_permission"),
        "_payload": ("GrantedPermission",),
        "_role_policy": ("PermissionAnswer", "ResourceInHand", "RolePolicy"),
    }

    def __getattr__(name):
        for module, names in _MODULES.items():
            if name in names:
                from importlib import import_module

                value = getattr(import_module(f".{module}", __name__), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__():
        return __all__
