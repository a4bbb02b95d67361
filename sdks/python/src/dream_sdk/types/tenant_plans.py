# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime

from .._core.instant import instant
from .._core.model import Fields, Model


class TenantPlan(Model):
    tenant_id: str
    plan: str | None
    """Key of the Plan; null: on none."""
    assigned_by: str | None
    assigned_at: datetime | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "assigned_by": ("assignedBy", None),
            "assigned_at": ("assignedAt", instant),
        }
