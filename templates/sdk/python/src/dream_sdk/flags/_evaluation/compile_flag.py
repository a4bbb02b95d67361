"""One flag, step by step in the order in which it decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .answers import Answer, Answers, Decide
from .asked import Asked
from .check import Check, always
from .compile_experiment import compile_experiment
from .compile_gate import compile_gate
from .compile_prerequisite import FlagFinder, compile_prerequisite
from .compile_rollout import RolloutPlace, compile_rollout
from .compile_targets import compile_targets
from .compile_test import compile_test
from .outcome import Because, Outcome, failed
from .phases import read_phases
from .read import Source, object_in, objects_in, optional, text_in
from .scope import Scope


def compile_flag(key: str, source: Source, scope: Scope, flag_of: FlagFinder) -> Answer:
    """Raises ``Malformed`` where the flag cannot be understood as a whole: half a flag would
    answer wrongly."""
    answers = Answers(key, source)
    experiment = optional(source, "experiment", object_in)
    compiled = None if experiment is None else compile_experiment(experiment)
    place = RolloutPlace(answers, scope, compiled, Because("SPLIT"))
    prerequisites = optional(source, "prerequisites", objects_in) or []
    first = [
        *_gate_step(source, place),
        *(compile_prerequisite(one, answers, flag_of) for one in prerequisites),
    ]
    rules = [
        _compile_rule(rule, index, place)
        for index, rule in enumerate(optional(source, "rules", objects_in) or [])
    ]
    targets = optional(source, "targets", objects_in) or []
    asks = bool(first or rules or targets)
    off = answers.off(Because("DISABLED"))

    def answer_in(state: str, fallthrough: Source | None) -> Answer:
        # Compiled also where the flag is off: whether a flag can be understood does not depend on
        # its state.
        last = _in_order(rules, _compile_fallthrough(fallthrough, asks, place))
        answer = _in_order(first, compile_targets(source, answers, last))
        return answer if state == "on" else (lambda asked: off)

    begin, changes = read_phases(source)
    return _scheduled(
        answer_in(begin.state, begin.fallthrough),
        [(change.at, answer_in(change.state, change.fallthrough)) for change in changes],
    )


def _gate_step(source: Source, place: RolloutPlace) -> list[Decide]:
    entitlement = optional(source, "entitlement", text_in)
    if entitlement is None:
        return []
    answers = place.answers
    gate = compile_gate(entitlement, place.scope)
    closed = Because("plan_restriction", required_plan=gate.required_plan)
    outcomes: dict[str, Outcome | None] = {
        "open": None,
        "closed": answers.off(closed),
        "withheld": answers.off(Because("plan_restriction")),
        "unknown": failed(answers.flag, "INVALID_CONTEXT", "`tenant.plan` is absent"),
    }
    return [lambda asked: outcomes[gate.state(asked)]]


def _compile_rule(source: Source, index: int, place: RolloutPlace) -> Decide:
    name = optional(source, "name", text_in)
    test = optional(source, "if", object_in)
    check: Check = always if test is None else compile_test(test, place.scope)
    rule = Because("TARGETING_MATCH", rule_index=index, rule_name=name)
    serve = _compile_serving(object_in(source, "serve"), place._replace(rule=rule))

    def decide(asked: Asked) -> Outcome | None:
        return serve(asked) if check(asked) else None

    return decide


def _compile_fallthrough(source: Source | None, asks: bool, place: RolloutPlace) -> Answer:
    reason: Literal["DEFAULT", "STATIC"] = "DEFAULT" if asks else "STATIC"
    if source is None:
        off = place.answers.off(Because(reason))
        return lambda asked: off
    serve = _compile_serving(source, place._replace(rule=Because(reason)))
    # A rollout asks for a unit, so nothing about whom it passes over is static.
    passed_over = place.answers.off(Because("DEFAULT"))
    return lambda asked: serve(asked) or passed_over


def _compile_serving(source: Source, place: RolloutPlace) -> Decide:
    """Everybody the same, or a rollout."""
    rollout = optional(source, "rollout", object_in)
    if rollout is not None:
        return compile_rollout(rollout, place)
    outcome = place.answers.of(text_in(source, "variation"), place.rule)
    return lambda asked: outcome


def _in_order(steps: Sequence[Decide], last: Answer) -> Answer:
    """The first step that finds something decides, else what comes last."""
    if not steps:
        return last

    def answer(asked: Asked) -> Outcome:
        for step in steps:
            found = step(asked)
            if found is not None:
                return found
        return last(asked)

    return answer


def _scheduled(first: Answer, changes: Sequence[tuple[float, Answer]]) -> Answer:
    if not changes:
        return first

    def answer(asked: Asked) -> Outcome:
        now = asked.now()
        current = first
        for at, changed in changes:
            if at <= now:
                current = changed
        return current(asked)

    return answer
