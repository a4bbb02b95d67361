"""One flag of a ``TestFlagData``."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from .._conditions.deal import attribute_path
from .._evaluation.deals.octets import utf16_order
from .._evaluation.read import is_record, own
from .compile_test_condition import TestConditions
from .variation_names import check_variations, copied_variations, served_variations

SelfT = TypeVar("SelfT", bound="TestFlag")
Rules = dict[str, Any]

_NEW: Rules = {
    "state": "on",
    "variations": {"on": True, "off": False},
    "offVariation": "off",
    "fallthrough": {"variation": "on"},
    "clientSide": True,
}
_KEPT_BESIDE_A_VALUE = ("clientSide",)


class TestFlag:
    """Each call takes effect at once, in every client made from it. One that names a variation
    which the flag does not have raises a ``TypeError``, and changes nothing."""

    # Not a class of tests, though it is named like one.
    __test__ = False

    def __init__(
        self,
        key: str,
        rules: Mapping[str, Any] | None,
        conditions: TestConditions,
        update: Callable[[Rules], object],
    ) -> None:
        self._key = key
        self._conditions = conditions
        self._update = update
        self._rules: Rules = dict(_NEW if rules is None else rules)
        self._update(self._rules)

    def on(self: SelfT) -> SelfT:
        """It is asked: targets, rules, then what everybody else gets."""
        return self.rules(state="on")

    def off(self: SelfT) -> SelfT:
        """Everybody gets the off variation; where there is none, the default given in code."""
        return self.rules(state="off")

    def value(self: SelfT, value: Any) -> SelfT:
        """Everybody gets this value, whoever asks. A copy of it is kept; a ``TypeError`` is raised
        for what is no JSON."""
        variations = copied_variations(self._key, {"value": value})
        kept = _KEPT_BESIDE_A_VALUE
        self._rules = {name: one for name, one in self._rules.items() if name in kept}
        serving = {"variation": "value"}
        return self.rules(
            state="on", variations=variations, offVariation="value", fallthrough=serving
        )

    def variations(self: SelfT, variations: Mapping[str, Any]) -> SelfT:
        """What it can be, by name, in place of ``on`` and ``off``. The first is what everybody
        gets, until something else is said. Copies of the values are kept.

        A ``TypeError`` is raised for what is no JSON, and where there is none, or a target, a rule,
        the schedule or the experiment gives another one.
        """
        copies = copied_variations(self._key, variations)
        first = next(iter(copies), "")
        check_variations(self._key, copies, [first, *served_variations(self._rules)])
        self._rules = {
            name: one
            for name, one in self._rules.items()
            if name != "offVariation" or (isinstance(one, str) and one in copies)
        }
        return self.rules(variations=copies, fallthrough={"variation": first})

    def fallthrough(self: SelfT, variation: str) -> SelfT:
        """What those get of whom nothing else was said."""
        self._check(variation)
        return self.rules(fallthrough={"variation": variation})

    def off_variation(self: SelfT, name: str) -> SelfT:
        self._check(name)
        return self.rules(offVariation=name)

    def target(self: SelfT, variation: str, kind: str, *keys: str) -> SelfT:
        """Those with these keys get the variation."""
        self._check(variation)
        target = {"kind": kind, "keys": list(keys), "variation": variation}
        return self.rules(targets=[*self._rules.get("targets", []), target])

    def rule(
        self: SelfT, condition: Mapping[str, Any], variation: str, name: str | None = None
    ) -> SelfT:
        """Those of whom all of it holds get the variation; asked in the order in which rules were
        given.

        Args:
            condition: As files have it (``{"user.role": "admin"}``), or the ruleset's own. A
                ``TypeError`` is raised for one that a file would not be let through with.
            variation: By name.
            name: Of the rule.
        """
        self._check(variation)
        rule: Rules = {
            "if": self._conditions.compiled(condition, self._key),
            "serve": {"variation": variation},
            **({} if name is None else {"name": name}),
        }
        return self.rules(rules=[*self._rules.get("rules", []), rule])

    def rollout(self: SelfT, weights: Mapping[str, float], by: str = "user.key") -> SelfT:
        """Deals everybody who comes that far: ``{"on": 10, "off": 90}``, to the same people as
        these percentages in a file.

        A flag whose fallthrough has a rollout keeps its salt, hash and seed. A ``TypeError`` is
        raised for weights that deal nothing.
        """
        parts = _parts(weights)
        self._check(*weights)
        deal = own(own(own(self._rules, "fallthrough"), "rollout"), "deal")
        rollout = {
            "by": attribute_path(by),
            "deal": deal if is_record(deal) else {"hash": "murmur3", "salt": self._key},
            "parts": parts,
        }
        return self.rules(fallthrough={"rollout": rollout})

    def rules(self: SelfT, **changes: Any) -> SelfT:
        """What nothing above can say, in the ruleset's own words: ``entitlement="sso"``."""
        self._rules = {**self._rules, **changes}
        self._update(self._rules)
        return self

    def _check(self, *names: str) -> None:
        check_variations(self._key, own(self._rules, "variations"), names)


def _parts(weights: Mapping[str, float]) -> list[Rules]:
    """Of a total of 100,000, by name as in files."""
    entries = sorted(weights.items(), key=lambda entry: utf16_order(entry[0]))
    total = sum(weight for _, weight in entries)
    if not 0 < total < math.inf or any(weight < 0 for _, weight in entries):
        raise TypeError("The weights of a rollout are numbers from 0, of which one is above it.")
    parts: list[Rules] = []
    reached, weighed = 0, 0.0
    for variation, weight in entries:
        weighed += weight
        up_to = math.floor(weighed / total * 100_000 + 0.5)
        # What is too small for one in 100,000 deals nobody, as in files.
        if up_to > reached:
            parts.append({"variation": variation, "upTo": up_to})
            reached = up_to
    return parts
