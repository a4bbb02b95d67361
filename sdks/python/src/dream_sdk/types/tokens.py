# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from typing import Literal

from .._core.model import Fields, Model, nested


class TokenClaims(Model):
    tenant_id: str
    role_slugs: list[str]
    """Keys of the roles that the user has in the tenant."""
    permissions: list[str] | None
    """What those roles grant without a condition. Absent for want of room."""
    plan_tier: str | None
    """Key of the plan that the tenant is on."""
    data_residency: str | None
    """Where the data of the tenant resides, for whoever passes requests on. Absent where it was
    not declared, or for want of room.
    """
    publishable_key: str
    policy_version: str
    """Revision of the environment and access version of the tenant. While both stay, so do the
    claims.
    """
    session_id: str | None
    access_until: int | None
    """Seconds since 1970: the end of a grant that has one."""
    truncated: Literal[True] | None
    """The permissions had no room. The roles tell, see `GET /v1/access/policy`."""
    seal: str | None
    """Proves that the claims were made here. Absent where the server has no master key."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "role_slugs": ("roleSlugs", None),
            "plan_tier": ("planTier", None),
            "data_residency": ("dataResidency", None),
            "publishable_key": ("publishableKey", None),
            "policy_version": ("policyVersion", None),
            "session_id": ("sessionId", None),
            "access_until": ("accessUntil", None),
        }


class TokensClaimsResult(Model):
    claims: TokenClaims
    token_bytes: int

    @staticmethod
    def _fields() -> Fields:
        return {
            "claims": ("claims", nested(TokenClaims)),
            "token_bytes": ("tokenBytes", None),
        }
