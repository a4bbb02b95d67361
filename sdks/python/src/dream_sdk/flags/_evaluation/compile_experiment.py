"""Who takes part in an experiment, and when that counts."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from .absent import ABSENT
from .asked import Asked
from .check import Check, always
from .deals.compile_deal import bucket_in, cut_at, deal_in
from .read import Source, bound_in, object_in, optional, own, text_in


class CompiledExperiment(NamedTuple):
    """One experiment.

    Attributes:
        counts: Whether exposures count now.
        is_held_out: Kept out of it altogether: gets the off variation.
        takes_part: Lies in this experiment's part of everybody.
        control: What those get who take no part; None, the off variation.
    """

    counts: Check
    is_held_out: Callable[[str], bool]
    takes_part: Callable[[str], bool]
    control: str | None


def compile_experiment(source: Source) -> CompiledExperiment:
    holdout = optional(source, "holdout", object_in)
    exclusive = optional(source, "exclusive", object_in)
    return CompiledExperiment(
        _counts(source),
        _nobody if holdout is None else _within(holdout, 0, bucket_in(holdout, "upTo")),
        _everybody
        if exclusive is None
        else _within(exclusive, bucket_in(exclusive, "from"), bucket_in(exclusive, "to")),
        optional(source, "control", text_in),
    )


def _nobody(unit: str) -> bool:
    return False


def _everybody(unit: str) -> bool:
    return True


def _counts(source: Source) -> Check:
    start = bound_in(source, "start", -math.inf)
    end = bound_in(source, "end", math.inf)
    if own(source, "start") is ABSENT and own(source, "end") is ABSENT:
        return always

    def counts(asked: Asked) -> bool:
        return start <= asked.now() < end

    return counts


def _within(holder: Source, begin: int, end: int) -> Callable[[str], bool]:
    """From a bucket, inclusive, to another, exclusive."""
    deal = deal_in(holder)
    first = -math.inf if begin == 0 else cut_at(deal, begin)
    last = cut_at(deal, end)
    return lambda unit: first <= deal.position(unit) < last
