# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from .._core.model import Fields, Model, list_of
from ._events import DreamEvent, read_event


class EventPart(Model):
    data: list[DreamEvent]
    has_more: bool
    next_cursor: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(read_event)),
            "has_more": ("hasMore", None),
            "next_cursor": ("nextCursor", None),
        }
