"""GrowthBook: FNV-1a over UTF-16 units, from 0 to 1 in steps of a thousandth (first version) or a
ten-thousandth (second).

With steps as coarse as that, units lie exactly on the cuts, so those are added up in floating
point the way GrowthBook does it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..attribute import unit_of
from .deal import CompiledDeal, DealtPart
from .octets import utf16_units


def growthbook_deal(salt: str, seed: float | None, buckets: int | None) -> CompiledDeal:
    def position(unit: str) -> float:
        return (_fnv1a(unit + salt) % 1000) / 1000

    return CompiledDeal(_unit, position, _cuts, "passes")


def growthbook_second_deal(salt: str, seed: float | None, buckets: int | None) -> CompiledDeal:
    def position(unit: str) -> float:
        return (_fnv1a(str(_fnv1a(salt + unit))) % 10_000) / 10_000

    return CompiledDeal(_unit, position, _cuts, "passes")


def _unit(value: Any) -> str | None:
    # Zero, false and the empty text are no unit there.
    is_falsy = isinstance(value, (str, int, float)) and not value
    return None if is_falsy else unit_of(value)


def _cuts(parts: Sequence[DealtPart]) -> list[float]:
    # A gap behind a part is what the coverage leaves over of that part's weight.
    start, begin = 0.0, 0
    cuts: list[float] = []
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        is_covered = not part.is_gap and following is not None and following.is_gap
        end = following.up_to if is_covered and following is not None else part.up_to
        weight = (end - begin) / 100_000
        if end != part.up_to:
            cuts.append(start + ((part.up_to - begin) / (end - begin)) * weight)
        else:
            start += weight
            begin = part.up_to
            cuts.append(start)
    return cuts


def _fnv1a(text: str) -> int:
    result = 0x811C9DC5
    for unit in utf16_units(text):
        result = ((result ^ unit) * 0x01000193) & 0xFFFFFFFF
    return result
