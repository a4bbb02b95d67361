# Written by dream generate sdk; do not edit.
"""What is sent within a body."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TypedDict


class _ObservationParamRequired(TypedDict):
    by: str
    """The attribute that rollouts deal by: `user.key`. A name with a dot, a space or `=` in it
    stands in double quotes.
    """
    unit: str
    """Its value: `ada`."""
    event: str
    """What was done: the key of an EventSchema."""


class ObservationParam(_ObservationParamRequired, total=False):
    properties: Mapping[str, float]
    """What of it is a number, between -1e15 and 1e15: `{ "total": 49 }`. An observation with a
    larger one is not taken.
    """
    at: datetime | str
    """Absent: now. What lies ahead counts as now."""
    id: str
    """Of the event. What a unit is told to have done twice under one id counts once."""
