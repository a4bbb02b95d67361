"""LaunchDarkly: ``<salt>.<unit>``, the salt being its key and salt, or ``<seed>.<unit>``."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from ..attribute import unit_of
from ..scalars import double, is_finite, number_text
from .deal import CompiledDeal, DealtPart
from .octets import utf8

# 2^60 - 1, of which a double makes 2^60.
_WHOLE = 2.0**60


def launchdarkly_deal(salt: str, seed: float | None, buckets: int | None) -> CompiledDeal:
    prefix = f"{number_text(seed)}." if seed else f"{salt}."

    def position(unit: str) -> float:
        # Nothing is kept secret or proved by it.
        digest = hashlib.sha1(utf8(prefix + unit), usedforsecurity=False).hexdigest()
        return float(int(digest[:15], 16)) / _WHOLE

    return CompiledDeal(_unit, position, _cuts, "first")


def _unit(value: Any) -> str | None:
    is_whole = is_finite(value) and double(value).is_integer()
    return unit_of(value) if isinstance(value, str) or is_whole else None


def _cuts(parts: Sequence[DealtPart]) -> list[float]:
    # Added up in floating point as it does there: the sums are not always the nearest to the
    # fraction they stand for.
    total, begin = 0.0, 0
    cuts: list[float] = []
    for part in parts:
        total += (part.up_to - begin) / 100_000
        begin = part.up_to
        cuts.append(total)
    return cuts
