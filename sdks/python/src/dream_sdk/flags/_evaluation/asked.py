"""One evaluation: who asks, and when."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

Now = Callable[[], float]
"""Milliseconds since 1970, UTC."""


class Asked:
    """One moment for one evaluation, however often it is asked, and no look at the time when
    nobody asks. Each evaluation has its own, since threads evaluate at once."""

    __slots__ = ("_moment", "_source", "context")

    def __init__(self, context: Any, source: Now) -> None:
        self.context = context
        self._source = source
        self._moment: float | None = None

    def now(self) -> float:
        """NaN, which lies before and after nothing, where the clock fails."""
        if self._moment is None:
            try:
                self._moment = float(self._source())
            except Exception:
                self._moment = math.nan
        return self._moment
