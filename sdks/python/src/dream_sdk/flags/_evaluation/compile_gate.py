"""Whether a tenant has an entitlement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from .absent import ABSENT, is_nothing
from .asked import Asked
from .attribute import key_of, reader, unit_of
from .read import is_object, is_record, own, refuse, text_or_null, texts_in
from .scalars import double, is_number, plain_text
from .scope import Scope

GateState = Literal["open", "closed", "withheld", "unknown"]


class CompiledGate(NamedTuple):
    """One entitlement.

    Attributes:
        state: ``withheld``: by an agreement, whatever the plan. ``unknown``: neither the ruleset,
            which leaves plans to contexts, nor the context knows the plan.
        required_plan: The lowest plan that grants the entitlement; None when none does.
    """

    state: Callable[[Asked], GateState]
    required_plan: str | None


def compile_gate(entitlement: str, scope: Scope) -> CompiledGate:
    """By special agreement, else by the plan that the context names, else by the plan that the
    ruleset knows of that tenant."""
    surroundings = scope.surroundings
    source = own(surroundings.entitlements, entitlement)
    if not is_record(source):
        refuse(f"there is no entitlement `{entitlement}`")
    plans = frozenset(texts_in(source, "plans"))
    required_plan = text_or_null(source, "requiredPlan")
    tenants, planless = surroundings.tenants, surroundings.planless
    tenant, plan = key_of("tenant"), reader("tenant", ["plan"])

    def state(asked: Asked) -> GateState:
        key = unit_of(tenant(asked))
        facts = ABSENT if key is None else _within(tenants, key)
        agreed = _within(_within(facts, "overrides"), entitlement)
        if is_object(agreed) and _holds(own(agreed, "until"), asked):
            return "open" if own(agreed, "granted") is True else "withheld"
        known = plan(asked)
        if is_nothing(known):
            known = _within(facts, "plan")
        if known is ABSENT and key is not None and planless:
            return "unknown"
        return "open" if isinstance(known, str) and plain_text(known) in plans else "closed"

    return CompiledGate(state, required_plan)


def _holds(until: Any, asked: Asked) -> bool:
    return not is_number(until) or asked.now() < double(until)


def _within(holder: Any, name: str) -> Any:
    return own(holder, name) if is_object(holder) else ABSENT
