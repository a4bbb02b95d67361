# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from typing import Any, Literal

from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class PublicPlan(Model):
    key: str
    name: str | None
    description: str | None
    prices: dict[str, Any] | None
    """Decimals as text, by currency and billing cycle."""
    trial: Any
    """Its length, or an object with `length`, `card` and `then`."""
    seats: dict[str, Any] | None
    usage: dict[str, Any] | None
    tax: Literal["added", "included"] | str | None
    highlights: list[str] | None
    rank: int | None


class PublicPlanPage(Model):
    data: list[PublicPlan]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(PublicPlan))),
            "pagination": ("pagination", nested(Pagination)),
        }
