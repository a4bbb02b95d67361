# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class Alert(Model):
    key: str
    """Key of the AlertRule."""
    name: str | None
    severity: Literal["info", "low", "medium", "high", "critical"] | str
    enabled: bool
    """Whether it watches."""
    tags: list[str]
    last_firing: AlertFiring | None
    """Null: it was never raised."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "last_firing": ("lastFiring", nested(AlertFiring)),
        }


class AlertAction(Model):
    does: Literal["webhook", "workflow", "event"] | str
    target: str
    """Key of the endpoint or workflow; type of the event."""
    outcome: Literal["done", "handed-on", "impossible"] | str
    """`done`: the event is written, or the call is on its way. `handed-on`: whoever runs
    workflows reads it in the event `alert.fired`.
    """
    reason: str | None
    """Why it was impossible."""


class AlertFiring(Model):
    id: str
    """`alf_…`"""
    rule: str
    """Key of the AlertRule, as it was then."""
    severity: Literal["info", "low", "medium", "high", "critical"] | str
    tags: list[str]
    tenant: str | None
    """Id of the tenant; null: of the environment as a whole."""
    key: str
    """Value of the field that the rule looks at entries by; empty where there is none."""
    sequence: int
    """Place in the chain of the entry that completed the pattern; of an absence, of the last one
    before it.
    """
    count: int
    """How many entries or different values; of an absence 0."""
    window_start: datetime
    """Time of the first entry of the pattern."""
    window_end: datetime
    happened_at: datetime
    """When the pattern was there, by the times of the entries."""
    fired_at: datetime
    """When it was found, and the alarm raised."""
    actions: list[AlertAction]

    @staticmethod
    def _fields() -> Fields:
        return {
            "window_start": ("windowStart", instant),
            "window_end": ("windowEnd", instant),
            "happened_at": ("happenedAt", instant),
            "fired_at": ("firedAt", instant),
            "actions": ("actions", list_of(nested(AlertAction))),
        }


class AlertFiringPart(Model):
    data: list[AlertFiring]
    has_more: bool
    next_cursor: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(AlertFiring))),
            "has_more": ("hasMore", None),
            "next_cursor": ("nextCursor", None),
        }


class AlertPage(Model):
    data: list[Alert]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(Alert))),
            "pagination": ("pagination", nested(Pagination)),
        }


class AlertsBacktestResult(Model):
    firings: list[BacktestFiring]
    """The newest 1,000, in the order in which they would have come."""
    count: int
    """How many there would have been, listed or not."""
    entries: int
    """How many entries were looked at."""
    since: datetime
    """Later than was asked for where there are more entries than are looked at."""
    until: datetime
    complete: bool
    """Whether all entries of the time asked for were looked at."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "firings": ("firings", list_of(nested(BacktestFiring))),
            "since": ("since", instant),
            "until": ("until", instant),
        }


class BacktestFiring(Model):
    tenant: str | None
    """Id of the tenant; null: of the environment as a whole."""
    key: str
    """Value of the field that the rule looks at entries by; empty where there is none."""
    sequence: int
    """Place in the chain of the entry that completed the pattern; of an absence, of the last one
    before it.
    """
    count: int
    """How many entries or different values; of an absence 0."""
    window_start: datetime
    """Time of the first entry of the pattern."""
    window_end: datetime
    happened_at: datetime
    """When the pattern was there, by the times of the entries."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "window_start": ("windowStart", instant),
            "window_end": ("windowEnd", instant),
            "happened_at": ("happenedAt", instant),
        }
