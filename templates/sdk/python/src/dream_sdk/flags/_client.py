"""Flags for programs without asyncio."""

from __future__ import annotations

from types import TracebackType
from typing import TypeVar

from ._flags_base import FlagsBase

SelfT = TypeVar("SelfT", bound="FlagClient")

_LAST_REPORT = 2.0


class FlagClient(FlagsBase):
    """Flags, evaluated in this process with the rules of one environment, which are brought up to
    date in the background. Threads may share it; one for a process is enough. Close it at the end.
    """

    def ready(self, timeout: float = 5.0) -> bool:
        """Waits until there is something to evaluate or the client is off, so many seconds at
        most. True: there is something to evaluate."""
        holder = self._here()
        holder.readiness.wait(timeout)
        return holder.held is not None

    def flush(self) -> None:
        """Sends what is to be reported now."""
        reporter = self._here().reporter
        if reporter is not None:
            reporter.flush()

    def close(self) -> None:
        """Reports what is left, for two seconds at most, ends all connections and is OFF. What is
        there is evaluated on."""
        self._end(_LAST_REPORT)

    def __enter__(self: SelfT) -> SelfT:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
