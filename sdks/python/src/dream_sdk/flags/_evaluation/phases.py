"""What a schedule changes, and when."""

from __future__ import annotations

from typing import NamedTuple

from .absent import ABSENT
from .read import Source, choice_in, number_in, object_in, objects_in, optional, own, refuse

_STATES = {"on": "on", "off": "off", "archived": "archived"}


class Phase(NamedTuple):
    """From a moment on: its state, and what everybody left over gets."""

    at: float
    state: str
    fallthrough: Source | None


def read_phases(source: Source) -> tuple[Phase, list[Phase]]:
    """How the flag begins, and its changes."""
    begin = Phase(0, _state(source), optional(source, "fallthrough", object_in))
    changes = [_change(one, begin) for one in optional(source, "schedule", objects_in) or []]
    moments = [change.at for change in changes]
    if moments != sorted(moments):
        refuse("`schedule` is not in order")
    return begin, changes


def _change(source: Source, begin: Phase) -> Phase:
    fallthrough = optional(source, "fallthrough", object_in)
    return Phase(
        number_in(source, "at"),
        begin.state if own(source, "state") is ABSENT else _state(source),
        begin.fallthrough if fallthrough is None else fallthrough,
    )


def _state(source: Source) -> str:
    return choice_in(source, "state", _STATES)
