"""Names of variations that calls of tests give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from .._evaluation.frozen import frozen_value
from .._evaluation.read import Malformed, is_list, is_record, own


def check_variations(flag: str, variations: Any, names: Iterable[Any]) -> None:
    """Raises a ``TypeError`` for a name that none of the flag's variations has.

    One such name makes the whole flag unreadable: all who ask would get their defaults, and the
    test would not see why.
    """
    known: Mapping[Any, Any] = variations if is_record(variations) else {}
    for name in names:
        if name not in known:
            there = ", ".join(f"`{one}`" for one in known) or "none"
            raise TypeError(f"The flag `{flag}` has no variation `{name}`: it has {there}.")


def served_variations(rules: Mapping[str, Any]) -> list[str]:
    """What targets, rules, a schedule and an experiment give: names that have to be there still
    when the variations become others. In this order, which decides of which of several a test is
    told."""
    serving = [
        *_records(own(rules, "targets")),
        *(own(rule, "serve") for rule in _records(own(rules, "rules"))),
        *(own(change, "fallthrough") for change in _records(own(rules, "schedule"))),
        {"variation": own(own(rules, "experiment"), "control")},
    ]
    named: list[Any] = []
    for one in serving:
        named.append(own(one, "variation"))
        named += [own(part, "variation") for part in _records(own(own(one, "rollout"), "parts"))]
    # A part of a rollout may give none.
    return [name for name in named if isinstance(name, str)]


def copied_variations(flag: str, variations: Mapping[str, Any]) -> dict[str, Any]:
    """Copies of the values. Raises a ``TypeError`` for what is no JSON, and for a name that is no
    text."""
    for name in cast("Mapping[Any, Any]", variations):
        if not isinstance(name, str):
            raise TypeError(f"The flag `{flag}` has a variation whose name is no text: {name!r}.")
    try:
        return {name: frozen_value(value) for name, value in variations.items()}
    except Malformed as error:
        raise TypeError(f"A value of the flag `{flag}` is no JSON.") from error


def _records(value: Any) -> list[Mapping[Any, Any]]:
    return [one for one in value if is_record(one)] if is_list(value) else []
