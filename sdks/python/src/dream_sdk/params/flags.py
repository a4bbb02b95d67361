# Written by dream generate sdk; do not edit.
"""What is sent within a body."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypedDict, Union


class _EvaluationCountParamRequired(TypedDict):
    flag: str
    variation: str | None
    """Null: the default given in code."""
    reason: Union[
        Literal[
            "STATIC",
            "DEFAULT",
            "TARGETING_MATCH",
            "SPLIT",
            "DISABLED",
            "plan_restriction",
            "ERROR",
        ],
        str,
    ]
    count: int


class EvaluationCountParam(_EvaluationCountParamRequired, total=False):
    at: datetime | str
    """A moment of the hour that it is about. Absent: now."""


class _ExposureParamRequired(TypedDict):
    flag: str
    variation: str
    by: str
    """The attribute that rollouts deal by: `user.key`. A name with a dot, a space or `=` in it
    stands in double quotes.
    """
    unit: str
    """Its value: `ada`."""


class ExposureParam(_ExposureParamRequired, total=False):
    at: datetime | str
    """Absent: now. What lies ahead counts as now."""
