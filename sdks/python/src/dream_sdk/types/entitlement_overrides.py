# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class EntitlementOverride(Model):
    tenant_id: str
    entitlement: str
    """Key of the Entitlement."""
    value: bool | float | str | RangeValue
    """As a plan would write it: `true`, `500`, `unlimited`, `{ "min": 1, "max": 50 }`, a level."""
    reason: str
    expires_at: datetime | None
    """Null: until it is removed."""
    expired: bool
    """Whether the plan decides again."""
    created_by: str
    created_at: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "value": ("value", nested(RangeValue)),
            "expires_at": ("expiresAt", instant),
            "created_by": ("createdBy", None),
            "created_at": ("createdAt", instant),
        }


class EntitlementOverridePage(Model):
    data: list[EntitlementOverride]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(EntitlementOverride))),
            "pagination": ("pagination", nested(Pagination)),
        }


class RangeValue(Model):
    limit: float | Literal["unlimited"] | str | None
    """How much is granted; the long form of the plain number."""
    min: float | None
    """The least a tenant may choose, for `range`."""
    max: float | Literal["unlimited"] | str | None
    """The most a tenant may choose, for `range`."""
    when_exceeded: Literal["refuse", "allow", "bill"] | str | None
    """What happens at the limit on this plan, in place of what the entitlement says."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "when_exceeded": ("whenExceeded", None),
        }
