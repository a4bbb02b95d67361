# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class Environment(Model):
    id: str
    name: str
    mode: Literal["test", "live"] | str
    protect: bool
    """As last applied."""
    revision: int
    """Number of the latest revision; 0 before the first."""
    created_at: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "created_at": ("createdAt", instant),
        }


class EnvironmentPage(Model):
    data: list[Environment]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(Environment))),
            "pagination": ("pagination", nested(Pagination)),
        }
