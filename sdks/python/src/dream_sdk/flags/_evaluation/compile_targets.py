"""Targets: who gets a variation by key."""

from __future__ import annotations

from typing import NamedTuple

from .answers import Answer, Answers
from .asked import Asked
from .attribute import key_of, unit_of
from .outcome import Because, Outcome
from .read import Source, objects_in, optional, text_in, texts_in


class _Target(NamedTuple):
    order: int
    outcome: Outcome


def compile_targets(source: Source, answers: Answers, after: Answer) -> Answer:
    """The first target that names the context decides, however long the lists are: one look-up
    per kind of context. Whom none of them names gets what comes ``after``."""
    kinds: dict[str, dict[str, _Target]] = {}
    for order, one in enumerate(optional(source, "targets", objects_in) or []):
        named = kinds.setdefault(text_in(one, "kind"), {})
        outcome = answers.of(text_in(one, "variation"), Because("TARGETING_MATCH"))
        for key in texts_in(one, "keys"):
            named.setdefault(key, _Target(order, outcome))
    if not kinds:
        return after
    looked = [(key_of(kind), named) for kind, named in kinds.items()]

    def answer(asked: Asked) -> Outcome:
        first: _Target | None = None
        for key, named in looked:
            unit = unit_of(key(asked))
            target = None if unit is None else named.get(unit)
            if target is not None and (first is None or target.order < first.order):
                first = target
        return after(asked) if first is None else first.outcome

    return answer
