"""What flags are compiled with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .contract import StickyAssignments
from .limits import Budget
from .read import Source

if TYPE_CHECKING:
    from .segments import Segments


class Surroundings:
    """What all flags of a ruleset are compiled with.

    Attributes:
        planless: No plan of any tenant is known but from contexts.
    """

    def __init__(
        self,
        *,
        sticky: StickyAssignments | None,
        segments: Segments,
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
