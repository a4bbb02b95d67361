"""Decisions that wait to be reported."""

from __future__ import annotations

import threading
import time
from collections import deque
from typing import Any

from .._core.errors import ApiConnectionError, RateLimitError, ServerError
from .._core.json_value import as_list
from ._batch import Batch
from ._decision import Decision
from ._problem import is_refusal, problem_of

_MOST_WAITING = 10_000
_MOST_AT_ONCE = 1_000
# Bytes: of a larger call the server would take nothing.
_LARGEST_CALL = 1_000_000
# So many do not wait for the end of the interval.
_ENOUGH = 500
_MOST_NAMES = 10
# What may be otherwise the next time.
_PASSING = (ApiConnectionError, RateLimitError, ServerError)


class DecisionQueue:
    """Threads may share it. What its methods give is to be told, in a sentence."""

    def __init__(self, *, is_closed: bool = False) -> None:
        self.is_closed = is_closed
        # May be taken again: what handles a signal of the process may decide something as well.
        self._lock = threading.RLock()
        self._waiting: deque[Decision] = deque()
        # What is being sent, or is to be sent again, before anything else.
        self._batch: Batch | None = None
        self._surplus = 0

    def add(self, decision: Decision) -> bool:
        """Whether it waits now."""
        with self._lock:
            if self.is_closed:
                return False
            if len(self) >= _MOST_WAITING:
                self._surplus += 1
                return False
            self._waiting.append(decision)
            return True

    def __len__(self) -> int:
        with self._lock:
            return len(self._waiting) + (0 if self._batch is None else len(self._batch))

    @property
    def is_due(self) -> bool:
        """Whether it is time to send, whenever the last was. Not before what is to be sent again
        was."""
        return self._batch is None and len(self._waiting) >= _ENOUGH

    @property
    def is_held_up(self) -> bool:
        """Whether there is something to be sent again."""
        return self._batch is not None

    def seconds_left(self, interval: float) -> float:
        """How long to wait before something is sent."""
        with self._lock:
            if self.is_closed or self.is_due:
                return 0.0
            if self._batch is not None or not self._waiting:
                return interval
            left = self._waiting[0].decided_at + interval - time.time()
        # The clock may have been set meanwhile.
        return min(interval, max(0.0, left))

    def close(self) -> None:
        """Nothing is added any more."""
        self.is_closed = True

    def next_batch(self) -> Batch | None:
        """The one that is to be sent again, or a new one."""
        with self._lock:
            if self._batch is None and self._waiting:
                self._batch = Batch(self._take())
            return self._batch

    def _take(self) -> list[Decision]:
        # What names no tenant goes by itself: where that is refused, the rest is not lost with it.
        names_tenant = self._waiting[0].tenant is not None
        taken: list[Decision] = []
        others: list[Decision] = []
        size = 0
        while self._waiting and len(taken) < _MOST_AT_ONCE:
            one = self._waiting[0]
            is_fit = (one.tenant is not None) == names_tenant
            size += one.size if is_fit else 0
            if size > _LARGEST_CALL:
                break
            (taken if is_fit else others).append(self._waiting.popleft())
        self._waiting.extendleft(reversed(others))
        return taken

    def surplus(self) -> str | None:
        """What was not taken since the last time."""
        with self._lock:
            surplus, self._surplus = self._surplus, 0
        return _lost(surplus, f"{_MOST_WAITING} were waiting") if surplus else None

    def answered(self, batch: Batch, unknown_tenants: Any) -> str | None:
        """It was taken by the server."""
        self._settle(batch)
        names = [one for one in as_list(unknown_tenants) or [] if isinstance(one, str)]
        if not names:
            return None
        named = ", ".join(names[:_MOST_NAMES])
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        return f"decisions were not logged, since there are no such tenants: {named}{more}"

    def failed(self, batch: Batch, error: Exception) -> str | None:
        """It was not, or nobody knows."""
        if isinstance(error, _PASSING) and not self.is_closed:
            return None
        self._settle(batch)
        if not is_refusal(error):
            return _lost(len(batch), problem_of(error))
        self.close()
        self.clear()
        return f"decisions are not reported any more: {problem_of(error)}"

    def clear(self) -> str | None:
        """Nothing waits any more."""
        with self._lock:
            count = len(self)
            self._waiting.clear()
            self._batch = None
        return _lost(count, "there was no answer while closing") if count else None

    def _settle(self, batch: Batch) -> None:
        with self._lock:
            # Another may be on its way by now: what a loop that stood still had sent is sent again
            # in the next one.
            if self._batch is batch:
                self._batch = None


def _lost(count: int, why: str) -> str:
    counted = "1 decision was" if count == 1 else f"{count} decisions were"
    return f"{counted} not reported: {why}"
