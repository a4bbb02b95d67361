# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class Tenant(Model):
    id: str
    name: str
    currency: str | None
    """ISO 4217."""
    region: str | None
    data_residency: str | None
    """Where the tenant's data must stay."""
    attributes: dict[str, Any]
    created_at: datetime
    updated_at: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "data_residency": ("dataResidency", None),
            "created_at": ("createdAt", instant),
            "updated_at": ("updatedAt", instant),
        }


class TenantPage(Model):
    data: list[Tenant]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(Tenant))),
            "pagination": ("pagination", nested(Pagination)),
        }
