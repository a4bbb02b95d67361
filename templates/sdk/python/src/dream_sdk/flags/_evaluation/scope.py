"""What flags are compiled with."""

from __future__ import annotations

from typing import Protocol

from .check import Check
from .contract import StickyAssignments
from .limits import Budget
from .read import Source


class SegmentFinder(Protocol):
    """The segments of a ruleset, as what is compiled asks for them."""

    def member(self, key: str, scope: Scope) -> Check:
        """Whether a context belongs to the segment. Raises ``Malformed`` where it cannot be
        made."""
        ...


class Surroundings:
    """What all flags of a ruleset are compiled with.

    Attributes:
        planless: No plan of any tenant is known but from contexts.
    """

    def __init__(
        self,
        *,
        sticky: StickyAssignments | None,
        segments: SegmentFinder,
        entitlements: Source,
        tenants: Source | None,
        planless: bool,
    ) -> None:
        self.sticky = sticky
        self.segments = segments
        self.entitlements = entitlements
        self.tenants = tenants
        self.planless = planless


class Scope(Budget):
    """What one flag or segment is compiled with: the surroundings, and how many tests one
    evaluation of it may ask."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.surroundings = surroundings
