# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested


class Affected(Model):
    name: str
    tenant: str | None
    subject: AffectedSubject | None
    resource: AffectedResource | None
    lost: list[str] | None
    gained: list[str] | None
    changed: list[str] | None
    before: Any
    after: Any

    @staticmethod
    def _fields() -> Fields:
        return {
            "subject": ("subject", nested(AffectedSubject)),
            "resource": ("resource", nested(AffectedResource)),
        }


class AffectedResource(Model):
    kind: str
    key: str


class AffectedSubject(Model):
    type: str
    id: str


class Alarm(Model):
    id: str
    """`alf_…`"""
    rule: str
    """Key of the AlertRule, as it was then."""
    severity: Literal["info", "low", "medium", "high", "critical"] | str
    tags: list[str]
    tenant: str | None
    """Id of the tenant; null: of the environment as a whole."""
    key: str
    """Value of the field that the rule looks at entries by; empty where there is none."""
    sequence: int
    """Place in the chain of the entry that completed the pattern; of an absence, of the last one
    before it.
    """
    count: int
    """How many entries or different values; of an absence 0."""
    window_start: datetime
    """Time of the first entry of the pattern."""
    window_end: datetime
    happened_at: datetime
    """When the pattern was there, by the times of the entries."""
    fired_at: datetime
    """When it was found, and the alarm raised."""
    actions: list[AlarmAction]

    @staticmethod
    def _fields() -> Fields:
        return {
            "window_start": ("windowStart", instant),
            "window_end": ("windowEnd", instant),
            "happened_at": ("happenedAt", instant),
            "fired_at": ("firedAt", instant),
            "actions": ("actions", list_of(nested(AlarmAction))),
        }


class AlarmAction(Model):
    does: Literal["webhook", "workflow", "event"] | str
    target: str
    """Key of the endpoint or workflow; type of the event."""


class BeforeAndAfter(Model):
    before: Any
    """As the API tells it; null: it did not exist."""
    after: Any
    """As the API tells it; null: it exists no more."""
    author: str
    """Who did it."""


class Change(Model):
    action: Literal["create", "update", "delete", "rename"] | str
    kind: str
    key: str
    from_: str | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    before_hash: str | None
    after_hash: str | None
    fields: list[ChangedField]
    impact: Impact

    @staticmethod
    def _fields() -> Fields:
        return {
            "from_": ("from", None),
            "before_hash": ("beforeHash", None),
            "after_hash": ("afterHash", None),
            "fields": ("fields", list_of(nested(ChangedField))),
            "impact": ("impact", nested(Impact)),
        }


class ChangeSummary(Model):
    create: int
    update: int
    delete: int
    rename: int


class ChangedField(Model):
    path: str


class ChangedSettings(Model):
    before: dict[str, Any] | None
    after: EnvironmentSettings

    @staticmethod
    def _fields() -> Fields:
        return {
            "after": ("after", nested(EnvironmentSettings)),
        }


class Changeset(Model):
    format_version: int
    project: str
    environment: str
    fingerprint: str
    summary: ChangeSummary
    impact: ImpactTotal | None
    changes: list[Change]
    settings: ChangedSettings | None
    guardrails: list[GuardrailFinding]
    conflicts: list[Conflict]

    @staticmethod
    def _fields() -> Fields:
        return {
            "format_version": ("formatVersion", None),
            "summary": ("summary", nested(ChangeSummary)),
            "impact": ("impact", nested(ImpactTotal)),
            "changes": ("changes", list_of(nested(Change))),
            "settings": ("settings", nested(ChangedSettings)),
            "guardrails": ("guardrails", list_of(nested(GuardrailFinding))),
            "conflicts": ("conflicts", list_of(nested(Conflict))),
        }


class Conflict(Model):
    kind: str
    key: str
    reason: Literal["owned-by-api", "moved-since-plan"] | str
    message: str
    fields: list[ConflictField]
    changed_by: str
    """Who changed the live side last."""
    changed_at: str
    """And when."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "fields": ("fields", list_of(nested(ConflictField))),
            "changed_by": ("changedBy", None),
            "changed_at": ("changedAt", None),
        }


class ConflictField(Model):
    path: str
    live: Any
    desired: Any


class Effect(Model):
    figure: str
    text: str
    count: int
    affected: list[Affected]

    @staticmethod
    def _fields() -> Fields:
        return {
            "affected": ("affected", list_of(nested(Affected))),
        }


class EnvironmentSettings(Model):
    mode: Literal["test", "live"] | str
    protect: bool
    guardrails: Guardrails

    @staticmethod
    def _fields() -> Fields:
        return {
            "guardrails": ("guardrails", nested(Guardrails)),
        }


class GuardrailFinding(Model):
    rule: str
    """`protect`, `requireApproval`, `maxDeletes`."""
    outcome: Literal["refused", "needs-approval", "allowed", "approved"] | str
    """`allowed`: over the limit, and let through by its figure. `approved`: by the fingerprint."""
    message: str
    limit: int | None
    figure: int | None
    resources: list[ResourceName]

    @staticmethod
    def _fields() -> Fields:
        return {
            "resources": ("resources", list_of(nested(ResourceName))),
        }


class Guardrails(Model):
    require_approval: list[Literal["create", "update", "delete", "rename"] | str] | None
    limits: dict[str, int]

    @staticmethod
    def _fields() -> Fields:
        return {
            "require_approval": ("requireApproval", None),
        }


class Impact(Model):
    status: Literal["none", "some", "unknown"] | str
    reason: str
    figures: dict[str, int] | None
    unknown_figures: list[str] | None
    unknown_reasons: list[str] | None
    effects: list[Effect] | None
    affected_hash: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "unknown_figures": ("unknownFigures", None),
            "unknown_reasons": ("unknownReasons", None),
            "effects": ("effects", list_of(nested(Effect))),
            "affected_hash": ("affectedHash", None),
        }


class ImpactTotal(Model):
    figures: dict[str, int]
    unknown_figures: list[str]

    @staticmethod
    def _fields() -> Fields:
        return {
            "unknown_figures": ("unknownFigures", None),
        }


class Pagination(Model):
    page: int
    page_size: int
    total_items: int
    total_pages: int
    has_next: bool
    has_previous: bool

    @staticmethod
    def _fields() -> Fields:
        return {
            "page_size": ("pageSize", None),
            "total_items": ("totalItems", None),
            "total_pages": ("totalPages", None),
            "has_next": ("hasNext", None),
            "has_previous": ("hasPrevious", None),
        }


class Resource(Model):
    kind: str
    key: str
    body: dict[str, Any]
    owner: Literal["files", "api"] | str
    hash: str
    revision: int
    updated_by: str
    updated_at: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "updated_by": ("updatedBy", None),
            "updated_at": ("updatedAt", instant),
        }


class ResourceChange(Model):
    key: str
    renamed_from: str | None
    """The key it had before, where that was another."""
    before_hash: str | None
    """Null: it did not exist."""
    after_hash: str | None
    """Null: it exists no more."""
    fields: list[str]
    """Which fields are others now, as JSON pointers; never what they say."""
    author: str
    revision: int

    @staticmethod
    def _fields() -> Fields:
        return {
            "renamed_from": ("renamedFrom", None),
            "before_hash": ("beforeHash", None),
            "after_hash": ("afterHash", None),
        }


class ResourceName(Model):
    kind: str
    key: str


class ResourcePage(Model):
    data: list[Resource]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(Resource))),
            "pagination": ("pagination", nested(Pagination)),
        }


class RevisionApplied(Model):
    changes: int
    """How many resources it changed."""
    author: str
    revision: int


class RevisionSummary(Model):
    id: str
    number: int
    cause: Literal["apply", "rollback", "api"] | str
    rollback_to: int | None
    author: str
    commit: str | None
    message: str | None
    summary: dict[str, int]
    created_at: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "rollback_to": ("rollbackTo", None),
            "created_at": ("createdAt", instant),
        }
