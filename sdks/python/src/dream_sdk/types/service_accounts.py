# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class ServiceAccount(Model):
    id: str
    name: str
    roles: list[str]
    created_at: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "created_at": ("createdAt", instant),
        }


class ServiceAccountPage(Model):
    data: list[ServiceAccount]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(ServiceAccount))),
            "pagination": ("pagination", nested(Pagination)),
        }
