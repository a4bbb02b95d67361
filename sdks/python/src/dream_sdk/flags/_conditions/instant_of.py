"""Moments as people write them."""

from __future__ import annotations

import math
from typing import Any

from .._evaluation.values.dates import moment_of


def instant_of(value: Any) -> float | None:
    """Milliseconds since 1970; None where nothing is written."""
    moment = moment_of(value) if isinstance(value, str) else math.nan
    return None if math.isnan(moment) else moment
