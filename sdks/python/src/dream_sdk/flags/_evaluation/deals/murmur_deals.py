"""Deals by MurmurHash3: our own, flagd's and Unleash's."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from ..attribute import unit_of
from .deal import CompiledDeal, DealtPart
from .murmur3 import murmur3
from .octets import utf8

_WHOLE = 2**32


def murmur3_deal(salt: str, seed: float | None, buckets: int | None) -> CompiledDeal:
    """``<salt>.<unit>``, or the unit alone hashed with a seed."""
    position = _position(f"{salt}.", 0) if seed is None else _position("", seed)
    return CompiledDeal(unit_of, position, _cuts, "error")


def flagd_deal(salt: str, seed: float | None, buckets: int | None) -> CompiledDeal:
    """The salt, by default the flag's key, with the unit behind it and nothing between."""
    position = _position(salt, 0) if seed is None else _position("", seed)
    return CompiledDeal(_unit_unless_empty, position, _cuts, "passes")


def unleash_deal(salt: str, seed: float | None, buckets: int | None) -> CompiledDeal:
    """``<group>:<unit>``.

    Without a seed as its rollout strategies do, in hundred buckets; with one as its variants do,
    in thousand, or in as many as their weights are together.
    """
    start = seed or 0
    count = buckets or (1000 if start else 100)
    whole = _position(f"{salt}:", start)

    def position(unit: str) -> int:
        return whole(unit) % count

    def cuts(parts: Sequence[DealtPart]) -> list[float]:
        # A share of three decimals is near enough to the sum of weights that it stands for.
        return [math.ceil(((part.up_to - 0.5) * count) / 100_000) for part in parts]

    return CompiledDeal(_unit_unless_empty, position, cuts, "passes")


def _position(prefix: str, seed: float) -> Callable[[str], int]:
    begin, start = prefix, int(seed)
    return lambda unit: murmur3(utf8(begin + unit), start)


def _cuts(parts: Sequence[DealtPart]) -> list[float]:
    # The least hash whose bucket, floor(hash × 100000 / 2^32), is not below.
    return [math.ceil((part.up_to * _WHOLE) / 100_000) for part in parts]


def _unit_unless_empty(value: Any) -> str | None:
    return unit_of(value) or None
