"""Turns units into positions, and shares into the cuts that positions are compared with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple


class DealtPart(NamedTuple):
    """One part of a rollout. ``up_to`` is exclusive, of 100,000; who is dealt a gap takes no part."""

    up_to: int
    is_gap: bool = False


class CompiledDeal(NamedTuple):
    """One way to deal.

    Attributes:
        unit: The text that is hashed of a value; None where the value is none that can be dealt.
        position: Where a unit lies.
        cuts: By part, the first position that belongs to it no more.
        without_unit: What becomes of a value that cannot be dealt: an error; the position 0, as
            LaunchDarkly has it; or that it takes no part, as the others have it.
    """

    unit: Callable[[Any], str | None]
    position: Callable[[str], float]
    cuts: Callable[[Sequence[DealtPart]], list[float]]
    without_unit: Literal["error", "first", "passes"]
