"""Where updates go, as those see it who bring them."""

from __future__ import annotations

from threading import RLock
from typing import Protocol

from .versioned import VersionedRuleset


class Keeper(Protocol):
    """Holds the ruleset. Whoever looks at what is held and then replaces it has the lock."""

    lock: RLock

    @property
    def held(self) -> VersionedRuleset | None: ...

    def replace(self, following: VersionedRuleset) -> None:
        """It takes the place of what was held, at once and as a whole."""

    def confirm(self) -> None:
        """What is held is what the server has."""

    def interrupt(self, problem: str) -> None:
        """Nothing is heard of the server for the time being."""

    def turn_off(self, problem: str) -> None:
        """The server will not have this client."""


def version_of(keeper: Keeper) -> str | None:
    """Of what is held; None also for one that no header may hold, which a bootstrap can have."""
    held = keeper.held
    if held is None or not (held.version.isascii() and held.version.isprintable()):
        return None
    return held.version
