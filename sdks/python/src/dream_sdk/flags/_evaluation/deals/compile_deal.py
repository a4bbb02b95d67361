"""The fields of a ruleset that say how is dealt."""

from __future__ import annotations

from collections.abc import Callable

from ..read import Source, choice_in, number_in, object_in, optional, text_in, whole_in
from .deal import CompiledDeal, DealtPart
from .growthbook_deals import growthbook_deal, growthbook_second_deal
from .launchdarkly_deal import launchdarkly_deal
from .murmur_deals import flagd_deal, murmur3_deal, unleash_deal

_DEALS: dict[str, Callable[[str, "float | None", "int | None"], CompiledDeal]] = {
    "murmur3": murmur3_deal,
    "launchdarkly": launchdarkly_deal,
    "unleash": unleash_deal,
    "growthbook": growthbook_deal,
    "growthbook-v2": growthbook_second_deal,
    "flagd": flagd_deal,
}


def deal_in(holder: Source) -> CompiledDeal:
    """The field ``deal`` of what holds one."""
    source = object_in(holder, "deal")
    deal = choice_in(source, "hash", _DEALS)
    buckets = optional(source, "buckets", lambda origin, name: whole_in(origin, name, 1, 100_000))
    return deal(text_in(source, "salt"), optional(source, "seed", number_in), buckets)


def bucket_in(holder: Source, name: str) -> int:
    """A field that says up to which bucket."""
    return whole_in(holder, name, 0, 100_000)


def cut_at(deal: CompiledDeal, up_to: int) -> float:
    """Where those end who lie below a bucket."""
    return deal.cuts([DealtPart(up_to)])[0]
