"""One thing that evaluating a flag can come to."""

from __future__ import annotations

from typing import Any

from .._own_copy import own_copy
from .absent import ABSENT
from .contract import ErrorCode, EvaluationDetail, Reason
from .scalars import is_number


class Because:
    """Why an answer is what it is."""

    __slots__ = (
        "in_experiment",
        "prerequisite_key",
        "reason",
        "required_plan",
        "rule_index",
        "rule_name",
        "unit",
    )

    def __init__(
        self,
        reason: Reason,
        *,
        rule_index: int | None = None,
        rule_name: str | None = None,
        prerequisite_key: str | None = None,
        required_plan: str | None = ABSENT,
        unit: str | None = None,
    ) -> None:
        self.reason: Reason = reason
        self.rule_index = rule_index
        self.rule_name = rule_name
        self.prerequisite_key = prerequisite_key
        self.required_plan = required_plan
        self.unit = unit

    def for_reason(self, reason: Reason, unit: str | None = None) -> Because:
        """The same rule, for another reason. A ``unit`` says that it counts for an experiment."""
        return Because(reason, rule_index=self.rule_index, rule_name=self.rule_name, unit=unit)


class Outcome:
    """Made when the ruleset is compiled; the same outcome is the same object, so that counting
    outcomes is counting objects.

    ``value`` is ``ABSENT`` where the default of the code stands in. ``because.unit`` is the
    attribute that was dealt, where the outcome counts for an experiment.
    """

    __slots__ = ("_kind", "because", "error_code", "error_message", "flag", "value", "variant")

    def __init__(
        self,
        flag: str,
        because: Because,
        value: Any = ABSENT,
        variant: str | None = None,
        error_code: ErrorCode | None = None,
        error_message: str | None = None,
    ) -> None:
        self.flag = flag
        self.because = because
        self.value = value
        self.variant = variant
        self.error_code: ErrorCode | None = error_code
        self.error_message = error_message
        self._kind = kind_of(value)

    @property
    def has_value(self) -> bool:
        return self.value is not ABSENT

    def fits(self, default: Any) -> bool:
        """Whether there is a value, of the type of the default. None expects no type."""
        if not self.has_value:
            return False
        return default is None or self._kind == kind_of(default)

    def value_or(self, default: Any) -> Any:
        """The value; of objects and lists, a copy of the caller's own."""
        if not self.fits(default):
            return default
        return own_copy(self.value) if self._kind == "object" else self.value

    def detail_or(self, default: Any) -> EvaluationDetail[Any]:
        if self.has_value and not self.fits(default):
            return EvaluationDetail(
                default,
                None,
                "ERROR",
                error_code="TYPE_MISMATCH",
                error_message=f"`{self.flag}` has type {self._kind}, the default {kind_of(default)}",
            )
        because = self.because
        return EvaluationDetail(
            self.value_or(default),
            self.variant,
            because.reason,
            rule_index=because.rule_index,
            rule_name=because.rule_name,
            prerequisite_key=because.prerequisite_key,
            in_experiment=because.unit is not None,
            required_plan=because.required_plan,
            error_code=self.error_code,
            error_message=self.error_message,
        )


def kind_of(value: Any) -> str:
    """The type of a value as flags have it: null and lists count as objects."""
    if isinstance(value, bool):
        return "boolean"
    if is_number(value):
        return "number"
    return "string" if isinstance(value, str) else "object"


def failed(flag: str, code: ErrorCode, message: str, because: Because | None = None) -> Outcome:
    """An error, for which the default of the code stands in."""
    why = Because("ERROR") if because is None else because.for_reason("ERROR")
    return Outcome(flag, why, error_code=code, error_message=message)
