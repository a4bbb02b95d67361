# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Union

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, map_of, nested
from ._shared import Changeset


class EvaluationExposure(Model):
    """With `inExperiment`: what was dealt, for a report of the exposure once it is seen. Never
    of a sensitive attribute.
    """

    by: str
    unit: str


class FlagEvaluation(Model):
    value: Any
    """Absent: the default given in code."""
    variant: str | None
    reason: Union[
        Literal[
            "STATIC",
            "DEFAULT",
            "TARGETING_MATCH",
            "SPLIT",
            "DISABLED",
            "plan_restriction",
            "ERROR",
        ],
        str,
    ]
    required_plan: str | None
    """With `plan_restriction`: the lowest plan on sale that grants it; null when none does.
    Absent where an override withholds it, whatever the plan.
    """
    in_experiment: Literal[True] | None
    exposure: EvaluationExposure | None
    rule_index: int | None
    """Of the rule that decided, from 0. For secret keys, as what follows."""
    rule_name: str | None
    prerequisite_key: str | None
    error_code: str | None
    error_message: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "required_plan": ("requiredPlan", None),
            "in_experiment": ("inExperiment", None),
            "exposure": ("exposure", nested(EvaluationExposure)),
            "rule_index": ("ruleIndex", None),
            "rule_name": ("ruleName", None),
            "prerequisite_key": ("prerequisiteKey", None),
            "error_code": ("errorCode", None),
            "error_message": ("errorMessage", None),
        }


class FlagUsage(Model):
    key: str
    live_since: datetime
    """A flag that was deleted and came back is live since then."""
    last_evaluated: datetime | None
    """Beginning of the hour; null: not since then."""
    evaluations: int
    variations: list[VariationUsage]

    @staticmethod
    def _fields() -> Fields:
        return {
            "live_since": ("liveSince", instant),
            "last_evaluated": ("lastEvaluated", instant),
            "variations": ("variations", list_of(nested(VariationUsage))),
        }


class FlagsArchiveResult(Model):
    revision: int
    changeset: Changeset
    dry_run: bool

    @staticmethod
    def _fields() -> Fields:
        return {
            "changeset": ("changeset", nested(Changeset)),
            "dry_run": ("dryRun", None),
        }


class FlagsCreateResult(Model):
    revision: int
    changeset: Changeset
    dry_run: bool

    @staticmethod
    def _fields() -> Fields:
        return {
            "changeset": ("changeset", nested(Changeset)),
            "dry_run": ("dryRun", None),
        }


class FlagsDeleteResult(Model):
    revision: int
    changeset: Changeset
    dry_run: bool

    @staticmethod
    def _fields() -> Fields:
        return {
            "changeset": ("changeset", nested(Changeset)),
            "dry_run": ("dryRun", None),
        }


class FlagsEvaluateResult(Model):
    version: str
    """Of what is in force; `changed` of the stream names it."""
    flags: dict[str, FlagEvaluation]
    """By key."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "flags": ("flags", map_of(nested(FlagEvaluation))),
        }


class FlagsReportResult(Model):
    accepted: int
    dropped: int
    """Of flags or variations that are not live, of units that the flag deals nothing to or that
    are sensitive, too large, too old, or not the sender’s to report.
    """


class FlagsUpdateResult(Model):
    revision: int
    changeset: Changeset
    dry_run: bool

    @staticmethod
    def _fields() -> Fields:
        return {
            "changeset": ("changeset", nested(Changeset)),
            "dry_run": ("dryRun", None),
        }


class FlagsUsageResult(Model):
    since: datetime
    """From when on is counted."""
    reported_since: datetime | None
    """When the first report came that is still kept; null: nobody ever reported."""
    flags: list[FlagUsage]
    """Of all flags that are live, by key."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "since": ("since", instant),
            "reported_since": ("reportedSince", instant),
            "flags": ("flags", list_of(nested(FlagUsage))),
        }


class Ruleset(Model):
    format: Literal[1]
    environment: str
    revision: int
    """Of the environment, when it was made."""
    made_at: int
    """Milliseconds since 1970."""
    flags: dict[str, dict[str, Any]]
    """By key of the Flag."""
    segments: dict[str, dict[str, Any]]
    """Those that flags ask for."""
    entitlements: dict[str, dict[str, Any]]
    """Those that flags name."""
    tenants: dict[str, dict[str, Any]] | None
    """By id: plan and overrides. Absent where no flag asks for an entitlement."""
    plans: Literal["in-context"] | None
    """There where `tenants` has no plans, since too many tenants are on one: contexts have to
    name `tenant.plan`.
    """
    sensitive: dict[str, Any] | None
    """By kind of context: attributes that are not to be reported."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "made_at": ("madeAt", None),
        }


class RulesetPatch(Model):
    format: Literal[1]
    from_: str
    """Of the rules: the same for as long as they say the same."""
    version: str
    """Of the rules: the same for as long as they say the same."""
    revision: int
    made_at: int

    @staticmethod
    def _fields() -> Fields:
        return {
            "from_": ("from", None),
            "made_at": ("madeAt", None),
        }


class RulesetVersion(Model):
    version: str
    """Of the rules: the same for as long as they say the same."""


class VariationUsage(Model):
    variation: str | None
    """Null: the default given in code."""
    evaluations: int
    last_evaluated: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "last_evaluated": ("lastEvaluated", instant),
        }


class VersionedRuleset(Model):
    version: str
    """Of the rules: the same for as long as they say the same."""
    ruleset: Ruleset

    @staticmethod
    def _fields() -> Fields:
        return {
            "ruleset": ("ruleset", nested(Ruleset)),
        }
