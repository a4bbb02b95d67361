"""What evaluating flags looks like from outside."""

from __future__ import annotations

from typing import Any, Generic, Literal, Protocol, TypeVar

from .absent import ABSENT

T_co = TypeVar("T_co", covariant=True)

Reason = Literal[
    "STATIC", "DEFAULT", "TARGETING_MATCH", "SPLIT", "DISABLED", "plan_restriction", "ERROR"
]
"""OpenFeature's words, and one of ours."""

ErrorCode = Literal[
    "PROVIDER_NOT_READY",
    "FLAG_NOT_FOUND",
    "PARSE_ERROR",
    "TYPE_MISMATCH",
    "TARGETING_KEY_MISSING",
    "INVALID_CONTEXT",
    "GENERAL",
]
"""OpenFeature's words."""

_WIRE = {
    "value": "value",
    "variant": "variant",
    "reason": "reason",
    "rule_index": "ruleIndex",
    "rule_name": "ruleName",
    "prerequisite_key": "prerequisiteKey",
    "in_experiment": "inExperiment",
    "error_code": "errorCode",
    "error_message": "errorMessage",
}
_ALWAYS = ("value", "variant", "reason")


class EvaluationDetail(Generic[T_co]):
    """The answer and how it came about.

    Attributes:
        value: The value, or the default given in code.
        variant: Name of the variation; None where the default given in code was taken.
        reason: ``STATIC``: the flag asks nothing of anybody. ``TARGETING_MATCH``: a target or a
            rule decided. ``SPLIT``: a rollout did. ``DEFAULT``: no target and no rule fitted.
            ``DISABLED``: the flag is off, or a prerequisite is. ``plan_restriction``: the tenant's
            plan does not grant the entitlement. ``ERROR``: see the error code.
        rule_index: Of the rule that decided, from 0.
        rule_name: Its name, where it has one.
        prerequisite_key: The prerequisite that was not met.
        in_experiment: Whether the rollout that decided counts for the flag's experiment.
        required_plan: With ``plan_restriction``: the lowest plan that grants the entitlement.
            None where no plan does, or an agreement with the tenant withholds it; ``to_dict()``
            has no ``requiredPlan`` in the latter case, since no plan would change it.
        error_code: One of OpenFeature's.
        error_message: For developers; never shown to end users.
    """

    __slots__ = (
        "_required_plan",
        "error_code",
        "error_message",
        "in_experiment",
        "prerequisite_key",
        "reason",
        "rule_index",
        "rule_name",
        "value",
        "variant",
    )

    def __init__(
        self,
        value: T_co,
        variant: str | None,
        reason: Reason,
        *,
        rule_index: int | None = None,
        rule_name: str | None = None,
        prerequisite_key: str | None = None,
        in_experiment: bool = False,
        required_plan: str | None = ABSENT,
        error_code: ErrorCode | None = None,
        error_message: str | None = None,
    ) -> None:
        self.value = value
        self.variant = variant
        self.reason: Reason = reason
        self.rule_index = rule_index
        self.rule_name = rule_name
        self.prerequisite_key = prerequisite_key
        self.in_experiment = in_experiment
        self.error_code = error_code
        self.error_message = error_message
        self._required_plan = required_plan

    @property
    def required_plan(self) -> str | None:
        return None if self._required_plan is ABSENT else self._required_plan

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it everywhere else, without what there is nothing to say of."""
        told = {name: getattr(self, name) for name in _WIRE}
        named = {
            _WIRE[name]: value
            for name, value in told.items()
            if name in _ALWAYS or (value is not None and value is not False)
        }
        plan = self._required_plan
        return named if plan is ABSENT else {**named, "requiredPlan": plan}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, EvaluationDetail):
            return NotImplemented
        return self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        told = [f"{name}={getattr(self, name)!r}" for name in (*_WIRE, "required_plan")]
        return f"EvaluationDetail({', '.join(told)})"


class StickyAssignments(Protocol):
    """Keeps what a sticky rollout dealt before.

    It is asked in the middle of an evaluation, from any thread, so it must be quick. ``unit`` is
    what was dealt, with its attribute before it: ``user.key=ada``. Should it raise, it counts as
    having nothing.
    """

    def get(self, flag: str, unit: str) -> str | None: ...

    def set(self, flag: str, unit: str, variation: str) -> None: ...
