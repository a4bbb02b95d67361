# Written by dream generate sdk; do not edit.
"""What is sent within a body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..types._shared import (
    Affected,
    AffectedResource,
    AffectedSubject,
    Change,
    ChangedField,
    ChangedSettings,
    ChangeSummary,
    Conflict,
    ConflictField,
    Effect,
    EnvironmentSettings,
    GuardrailFinding,
    Guardrails,
    Impact,
    ImpactTotal,
    ResourceName,
)


class _AffectedParamRequired(TypedDict):
    name: str


class AffectedParam(_AffectedParamRequired, total=False):
    tenant: str
    subject: AffectedSubjectParam | AffectedSubject
    resource: AffectedResourceParam | AffectedResource
    lost: Sequence[str]
    gained: Sequence[str]
    changed: Sequence[str]
    before: Any
    after: Any


class AffectedResourceParam(TypedDict):
    kind: str
    key: str


class AffectedSubjectParam(TypedDict):
    type: str
    id: str


_ChangeParamRequired = TypedDict(
    "_ChangeParamRequired",
    {
        "action": 'Literal["create", "update", "delete", "rename"] | str',
        "kind": "str",
        "key": "str",
        "before": "Mapping[str, Any] | None",
        "after": "Mapping[str, Any] | None",
        "beforeHash": "str | None",
        "afterHash": "str | None",
        "fields": "Sequence[ChangedFieldParam | ChangedField]",
        "impact": "ImpactParam | Impact",
    },
)
_ChangeParamOptional = TypedDict("_ChangeParamOptional", {"from": "str"}, total=False)


class ChangeParam(_ChangeParamRequired, _ChangeParamOptional):
    """Change, as it is sent."""


class ChangeSummaryParam(TypedDict):
    create: int
    update: int
    delete: int
    rename: int


class ChangedFieldParam(TypedDict):
    path: str


class ChangedSettingsParam(TypedDict):
    before: Mapping[str, Any] | None
    after: EnvironmentSettingsParam | EnvironmentSettings


class _ChangesetParamRequired(TypedDict):
    formatVersion: int
    project: str
    environment: str
    fingerprint: str
    summary: ChangeSummaryParam | ChangeSummary
    changes: Sequence[ChangeParam | Change]
    guardrails: Sequence[GuardrailFindingParam | GuardrailFinding]
    conflicts: Sequence[ConflictParam | Conflict]


class ChangesetParam(_ChangesetParamRequired, total=False):
    impact: ImpactTotalParam | ImpactTotal
    settings: ChangedSettingsParam | ChangedSettings


class ConflictParam(TypedDict):
    kind: str
    key: str
    reason: Literal["owned-by-api", "moved-since-plan"] | str
    message: str
    fields: Sequence[ConflictFieldParam | ConflictField]
    changedBy: str
    """Who changed the live side last."""
    changedAt: str
    """And when."""


class _ConflictFieldParamRequired(TypedDict):
    path: str


class ConflictFieldParam(_ConflictFieldParamRequired, total=False):
    live: Any
    desired: Any


class _DesiredResourceParamRequired(TypedDict):
    kind: str
    key: str
    body: Mapping[str, Any]


class DesiredResourceParam(_DesiredResourceParamRequired, total=False):
    movedFrom: str


class DesiredStateParam(TypedDict):
    project: str
    environment: str
    settings: EnvironmentSettingsParam | EnvironmentSettings
    resources: Sequence[DesiredResourceParam]


class EffectParam(TypedDict):
    figure: str
    text: str
    count: int
    affected: Sequence[AffectedParam | Affected]


class EnvironmentSettingsParam(TypedDict):
    mode: Literal["test", "live"] | str
    protect: bool
    guardrails: GuardrailsParam | Guardrails


class _GuardrailFindingParamRequired(TypedDict):
    rule: str
    """`protect`, `requireApproval`, `maxDeletes`."""
    outcome: Literal["refused", "needs-approval", "allowed", "approved"] | str
    """`allowed`: over the limit, and let through by its figure. `approved`: by the fingerprint."""
    message: str
    resources: Sequence[ResourceNameParam | ResourceName]


class GuardrailFindingParam(_GuardrailFindingParamRequired, total=False):
    limit: int
    figure: int


class _GuardrailsParamRequired(TypedDict):
    limits: Mapping[str, int]


class GuardrailsParam(_GuardrailsParamRequired, total=False):
    requireApproval: Sequence[Literal["create", "update", "delete", "rename"] | str]


class _ImpactParamRequired(TypedDict):
    status: Literal["none", "some", "unknown"] | str
    reason: str


class ImpactParam(_ImpactParamRequired, total=False):
    figures: Mapping[str, int]
    unknownFigures: Sequence[str]
    unknownReasons: Sequence[str]
    effects: Sequence[EffectParam | Effect]
    affectedHash: str


class ImpactTotalParam(TypedDict):
    figures: Mapping[str, int]
    unknownFigures: Sequence[str]


class ResourceNameParam(TypedDict):
    kind: str
    key: str
