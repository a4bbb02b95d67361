"""Every flag for one context."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ._evaluation.contract import EvaluationDetail
from ._evaluation.outcome import Outcome


class AllFlags:
    """In one version, at one moment.

    Attributes:
        revision: Of the environment; 0 where there is nothing to evaluate yet.
        keys: In the order of the ruleset.
    """

    def __init__(self, revision: int, outcomes: Sequence[Outcome]) -> None:
        self.revision = revision
        self._outcomes = {outcome.flag: outcome for outcome in outcomes}
        self.keys = tuple(self._outcomes)

    def get(self, key: str) -> EvaluationDetail[Any] | None:
        """None where there is no such flag; its value is None where it has none."""
        outcome = self._outcomes.get(key)
        return None if outcome is None else outcome.detail_or(None)

    def to_dict(self) -> dict[str, Any]:
        """Flags that have a value, by key."""
        return {
            key: outcome.value_or(None)
            for key, outcome in self._outcomes.items()
            if outcome.has_value
        }

    def __repr__(self) -> str:
        return f"AllFlags(revision={self.revision}, keys={len(self.keys)})"
