# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._core.instant import instant
from .._core.model import Fields, Model, nested


class EntitlementAccess(Model):
    entitled: bool
    """Whether the tenant has it at all; of an amount, `remaining` says how much."""
    type: Literal["switch", "quantity", "range", "custom", "unknown"] | str
    limit: float | None
    """The most of a quantity; null: unlimited."""
    min: float | None
    """The least of a range."""
    max: float | None
    """The most of a range; null: unlimited."""
    unlimited: Literal[True] | None
    used: int | None
    """In the present period."""
    remaining: float | None
    """Absent where nothing limits it."""
    when_exceeded: Literal["refuse", "allow", "bill"] | str | None
    """What happens at the limit."""
    resets_at: datetime | None
    """The count starts again from zero. Absent: never."""
    level: str | None
    """Of a custom entitlement."""
    required_plan: str | None
    """Key of the lowest plan on sale that grants it."""
    reason: Literal["plan_restriction", "override", "unknown_entitlement"] | str | None
    """Why the tenant does not have it."""
    source: Literal["plan", "override"] | str | None
    """What that rests on."""
    expires_at: datetime | None
    """The override ends then, and the plan decides."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "when_exceeded": ("whenExceeded", None),
            "resets_at": ("resetsAt", instant),
            "required_plan": ("requiredPlan", None),
            "expires_at": ("expiresAt", instant),
        }


class EntitlementsReleaseResult(Model):
    released: int
    """How much was given back: no more than had been used."""
    access: EntitlementAccess
    """The entitlement as it is afterwards."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "access": ("access", nested(EntitlementAccess)),
        }


class EntitlementsUseResult(Model):
    allowed: bool
    """Whether the amount was taken. If not, nothing was."""
    access: EntitlementAccess
    """The entitlement as it is afterwards."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "access": ("access", nested(EntitlementAccess)),
        }
