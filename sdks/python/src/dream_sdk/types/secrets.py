# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class SecretName(Model):
    name: str
    updated_by: str
    updated_at: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "updated_by": ("updatedBy", None),
            "updated_at": ("updatedAt", instant),
        }


class SecretNamePage(Model):
    data: list[SecretName]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(SecretName))),
            "pagination": ("pagination", nested(Pagination)),
        }
