"""What a client is, and who wants to hear of it."""

from __future__ import annotations

import threading
from typing import Literal, NamedTuple

from ._listeners import Listeners

FlagStatus = Literal["INITIALIZING", "VALID", "INTERRUPTED", "OFF"]
"""``INITIALIZING``: the server has not been heard of yet. ``VALID``: what is evaluated is what the
server has. ``INTERRUPTED``: it was, and the server is not heard of at the moment. ``OFF``: no
update will come any more, because the client was closed or its key was refused. Flags are
evaluated in all of them, with whatever is there."""


class FlagStatusChange(NamedTuple):
    """``problem`` says, for developers, why it is not ``VALID``."""

    status: FlagStatus
    problem: str | None = None


class Status:
    """Once it is OFF it stays so."""

    def __init__(self, listeners: Listeners[FlagStatusChange]) -> None:
        self.now: FlagStatus = "INITIALIZING"
        self._listeners = listeners
        self._lock = threading.RLock()

    def become(self, status: FlagStatus, problem: str | None = None) -> None:
        with self._lock:
            if self.now in (status, "OFF"):
                return
            self.now = status
        self._listeners.tell(FlagStatusChange(status, problem))

    def interrupt(self, problem: str) -> None:
        """What was VALID is INTERRUPTED; what never was goes on waiting."""
        if self.now == "VALID":
            self.become("INTERRUPTED", problem)
