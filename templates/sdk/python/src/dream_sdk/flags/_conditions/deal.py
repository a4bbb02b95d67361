"""How shares are dealt."""

from __future__ import annotations

import math
from typing import Any

from .._evaluation.attribute_path import read_attribute
from .written import Members, number_of, text_of

HASHES = ("murmur3", "launchdarkly", "unleash", "growthbook", "growthbook-v2", "flagd")
_BUCKETS_PER_PERCENT = 1_000


def buckets(percent: float | None) -> int:
    """Percent as buckets of 100,000. What lies between two is the upper one's."""
    return math.floor((percent or 0) * _BUCKETS_PER_PERCENT + 0.5)


def deal_of(written: Members, salt: str) -> dict[str, Any]:
    """The deal of a body that may say ``salt``, ``seed``, ``hash`` and ``buckets``."""
    own_hash, own_salt = text_of(written.get("hash")), text_of(written.get("salt"))
    numbers = {name: number_of(written.get(name)) for name in ("seed", "buckets")}
    return {
        "hash": own_hash if own_hash in HASHES else "murmur3",
        "salt": salt if own_salt is None else own_salt,
        **{name: number for name, number in numbers.items() if number is not None},
    }


def unit_path(by: Any) -> dict[str, Any]:
    """What is dealt: ``by`` as written, or the user."""
    return attribute_path(text_of(by) or "user.key")


def attribute_path(text: str) -> dict[str, Any]:
    """An attribute as a ruleset has it."""
    kind, path = read_attribute(text)
    return {"kind": kind, "path": path}
