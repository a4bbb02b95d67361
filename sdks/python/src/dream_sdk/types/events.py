# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested


class Event(Model):
    id: str
    """`evt_…`: the same event has the same id wherever it is told."""
    type: str
    """`flag.updated`"""
    tenant_id: str | None
    """Null: of the environment as a whole."""
    subject: str
    """What it happened to: `Flag/checkout`."""
    created_at: datetime
    data: dict[str, Any]
    """What exactly, by type."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "created_at": ("createdAt", instant),
        }


class EventPart(Model):
    data: list[Event]
    has_more: bool
    next_cursor: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(Event))),
            "has_more": ("hasMore", None),
            "next_cursor": ("nextCursor", None),
        }
