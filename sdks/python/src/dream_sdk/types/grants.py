# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class CrossTenantGrant(Model):
    tenant_id: str
    user_id: str
    roles: list[str]
    reason: str
    granted_by: str
    granted_at: datetime
    expires_at: datetime | None
    """Null: until it is withdrawn."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "user_id": ("userId", None),
            "granted_by": ("grantedBy", None),
            "granted_at": ("grantedAt", instant),
            "expires_at": ("expiresAt", instant),
        }


class CrossTenantGrantPage(Model):
    data: list[CrossTenantGrant]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(CrossTenantGrant))),
            "pagination": ("pagination", nested(Pagination)),
        }
