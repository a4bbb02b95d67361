"""Flags for tests, set in code."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from .._async_client import AsyncFlagClient
from .._client import FlagClient
from .._evaluation.contract import StickyAssignments
from .._updates.versioned import VersionedRuleset
from .compile_test_condition import CompileExpression, TestConditions
from .test_flag import TestFlag

SelfT = TypeVar("SelfT", bound="TestFlagData")

_NONE: Mapping[str, Any] = {
    "format": 1,
    "environment": "test",
    "revision": 0,
    "madeAt": 0,
    "flags": {},
    "segments": {},
    "entitlements": {},
}


class TestFlagData:
    """Evaluated by the evaluator that production has, without a network:

    ``data.flag("new-checkout").rule({"tenant.plan": ["pro"]}, "on").fallthrough("off")``

    Args:
        ruleset: Of a server, to begin with. Absent: no flags.
        compile_expression: Compiles the patterns of conditions with ``matches``.
    """

    # Not a class of tests, though it is named like one.
    __test__ = False

    def __init__(
        self,
        ruleset: Mapping[str, Any] | None = None,
        *,
        compile_expression: CompileExpression | None = None,
    ) -> None:
        self._ruleset: dict[str, Any] = dict(_NONE if ruleset is None else ruleset)
        self._flags: dict[str, TestFlag] = {}
        self._clients: list[Callable[[VersionedRuleset], None]] = []
        self._lock = threading.RLock()
        self._conditions = TestConditions(compile_expression, self._is_segment)

    def flag(self, key: str) -> TestFlag:
        """The same object again for the same key. A flag that was not there is on, and true for
        everybody."""
        if key not in self._flags:
            rules = self._part("flags").get(key)
            self._flags[key] = TestFlag(
                key, rules, self._conditions, lambda changed: self._put("flags", key, changed)
            )
        return self._flags[key]

    def remove(self: SelfT, key: str) -> SelfT:
        """From now on there is no such flag."""
        self._flags.pop(key, None)
        return self._put("flags", key, None)

    def segment(self: SelfT, key: str, segment: Mapping[str, Any]) -> SelfT:
        """For rules that ask ``{"segment": key}``: ``{"include": {"tenant": ["acme"]}, "rules":
        [{"if": {"user.email": {"endsWith": "@acme.com"}}}]}``."""
        members = dict(segment)
        if "rules" in members:
            members["rules"] = [
                {**rule, "if": self._conditions.compiled(rule["if"], key)}
                for rule in members["rules"]
            ]
        return self._put("segments", key, members)

    def entitlement(
        self: SelfT, key: str, plans: list[str], required_plan: str | None = None
    ) -> SelfT:
        """For flags that ask for it by ``rules(entitlement=key)``.

        Args:
            key: Of the entitlement.
            plans: Those that grant it.
            required_plan: The lowest of them.
        """
        return self._put("entitlements", key, {"plans": plans, "requiredPlan": required_plan})

    def tenant(self: SelfT, key: str, facts: Mapping[str, Any]) -> SelfT:
        """What is known of a tenant that its context does not say: ``{"plan": "pro"}``."""
        return self._put("tenants", key, dict(facts))

    @property
    def ruleset(self) -> Mapping[str, Any]:
        """As it holds now."""
        return self._ruleset

    def client(
        self,
        *,
        clock: Callable[[], float] | None = None,
        sticky: StickyAssignments | None = None,
    ) -> FlagClient:
        """One that feels every change of this from now on, until it is closed. VALID at once."""
        return FlagClient(
            mode="offline",
            bootstrap=self._versioned(),
            source=self._follow,
            clock=clock,
            sticky=sticky,
        )

    def async_client(
        self,
        *,
        clock: Callable[[], float] | None = None,
        sticky: StickyAssignments | None = None,
    ) -> AsyncFlagClient:
        """The same for asyncio."""
        return AsyncFlagClient(
            mode="offline",
            bootstrap=self._versioned(),
            source=self._follow,
            clock=clock,
            sticky=sticky,
        )

    def _follow(self, hold: Callable[[VersionedRuleset], None]) -> Callable[[], None]:
        with self._lock:
            self._clients.append(hold)
        return lambda: self._clients.remove(hold) if hold in self._clients else None

    def _is_segment(self, key: str) -> bool:
        return key in self._part("segments")

    def _part(self, name: str) -> Mapping[str, Any]:
        part: Mapping[str, Any] = self._ruleset.get(name) or {}
        return part

    def _put(self: SelfT, part: str, key: str, value: Any) -> SelfT:
        with self._lock:
            entries = {name: one for name, one in self._part(part).items() if name != key}
            if value is not None:
                entries = {**self._part(part), key: value}
            revision = self._ruleset["revision"] + 1
            self._ruleset = {**self._ruleset, "revision": revision, part: entries}
            for hold in list(self._clients):
                hold(self._versioned())
        return self

    def _versioned(self) -> VersionedRuleset:
        return VersionedRuleset(f"test-{self._ruleset['revision']}", self._ruleset)
