"""Rollouts: who is dealt which variation."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .answers import Answers, Decide
from .asked import Asked
from .attribute import attribute_name, attribute_of
from .compile_experiment import CompiledExperiment
from .deals.compile_deal import bucket_in, cut_at, deal_in
from .deals.deal import CompiledDeal, DealtPart
from .outcome import Because, Outcome, failed
from .read import Source, object_in, objects_in, optional, own, refuse, text_or_null
from .remembered import Remembered
from .scope import Scope


class RolloutPlace(NamedTuple):
    """Where a rollout stands: of which flag, and in which of its rules."""

    answers: Answers
    scope: Scope
    experiment: CompiledExperiment | None
    rule: Because


class _Part(NamedTuple):
    variation: str | None
    up_to: int


def compile_rollout(source: Source, place: RolloutPlace) -> Decide:
    answers, scope, experiment, rule = place
    by = object_in(source, "by")
    read, attribute = attribute_of(by), attribute_name(by)
    deal = deal_in(source)
    parts = _read_parts(source)
    split = rule.for_reason("SPLIT")
    counting = rule.for_reason("SPLIT", unit=attribute)
    plainly = _Dealt(deal, parts, answers, split)
    without_unit = _without_unit(deal, plainly, answers, attribute, rule)
    is_sticky = own(source, "sticky") is True and scope.surroundings.sticky is not None
    is_exposed = _exposure(optional(source, "exposure", object_in))

    def decide_plainly(asked: Asked) -> Outcome | None:
        unit = deal.unit(read(asked))
        return without_unit if unit is None else plainly.outcome(unit)

    if experiment is None and not is_sticky and is_exposed is None:
        return decide_plainly

    counted = _Dealt(deal, parts, answers, counting)
    held_out = answers.off(split)
    control = experiment.control if experiment else None
    control_outcome = held_out if control is None else answers.of(control, split)
    store = scope.surroundings.sticky if is_sticky else None
    kept = Remembered(store, answers, attribute, split, counting)

    def decide(asked: Asked) -> Outcome | None:
        unit = deal.unit(read(asked))
        if unit is None:
            return without_unit
        counts = False
        if experiment is not None:
            if experiment.is_held_out(unit):
                return held_out
            if not experiment.takes_part(unit):
                return control_outcome
            counts = experiment.counts(asked)
        before = kept.outcome(unit, counts)
        if before is not None:
            return before
        if is_exposed is not None and not is_exposed(unit):
            return None
        found = (counted if counts else plainly).outcome(unit)
        if found is not None:
            kept.remember(unit, found)
        return found

    return decide


class _Dealt:
    """The outcomes of a rollout's parts, for one reason."""

    def __init__(
        self, deal: CompiledDeal, parts: list[_Part], answers: Answers, because: Because
    ) -> None:
        self._outcomes = [
            None if part.variation is None else answers.of(part.variation, because)
            for part in parts
        ]
        self._position = deal.position
        dealt = [DealtPart(part.up_to, part.variation is None) for part in parts]
        # The last part takes whatever the others leave.
        self._cuts = deal.cuts(dealt)[:-1]

    def outcome(self, unit: str) -> Outcome | None:
        return self.at(self._position(unit))

    def at(self, position: float) -> Outcome | None:
        for outcome, cut in zip(self._outcomes, self._cuts):
            if position < cut:
                return outcome
        return self._outcomes[-1]


def _without_unit(
    deal: CompiledDeal, dealt: _Dealt, answers: Answers, attribute: str, rule: Because
) -> Outcome | None:
    if deal.without_unit == "error":
        return failed(answers.flag, "TARGETING_KEY_MISSING", f"`{attribute}` is absent", rule)
    return dealt.at(0) if deal.without_unit == "first" else None


def _read_parts(source: Source) -> list[_Part]:
    parts = [
        _Part(text_or_null(part, "variation"), bucket_in(part, "upTo"))
        for part in objects_in(source, "parts")
    ]
    ends = [part.up_to for part in parts]
    if ends != sorted(ends) or not ends or ends[-1] != 100_000:
        refuse("`parts` do not reach 100,000")
    return parts


def _exposure(source: Source | None) -> Callable[[str], bool] | None:
    if source is None:
        return None
    deal = deal_in(source)
    cut = cut_at(deal, bucket_in(source, "upTo"))
    return lambda unit: deal.position(unit) < cut
