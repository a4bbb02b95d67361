# Written by dream generate sdk; do not edit.
"""What is sent within a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._shared import (
        AffectedParam,
        AffectedResourceParam,
        AffectedSubjectParam,
        ChangedFieldParam,
        ChangedSettingsParam,
        ChangeParam,
        ChangesetParam,
        ChangeSummaryParam,
        ConflictFieldParam,
        ConflictParam,
        DesiredResourceParam,
        DesiredStateParam,
        EffectParam,
        EnvironmentSettingsParam,
        GuardrailFindingParam,
        GuardrailsParam,
        ImpactParam,
        ImpactTotalParam,
        ResourceNameParam,
    )
    from .access import (
        AskedResourceParam,
        CheckParam,
        ReportedDecisionParam,
        ResourceOfDecisionParam,
        SubjectOfDecisionParam,
        SubjectParam,
    )
    from .audit import NewAuditEntryParam, RecordedActorParam, RecordedResourceParam
    from .experiments import ObservationParam
    from .flags import EvaluationCountParam, ExposureParam
    from .relationships import NewRelationshipParam, RelatedResourceParam, RelatedSubjectParam

__all__ = [
    "AffectedParam",
    "AffectedResourceParam",
    "AffectedSubjectParam",
    "AskedResourceParam",
    "ChangeParam",
    "ChangeSummaryParam",
    "ChangedFieldParam",
    "ChangedSettingsParam",
    "ChangesetParam",
    "CheckParam",
    "ConflictFieldParam",
    "ConflictParam",
    "DesiredResourceParam",
    "DesiredStateParam",
    "EffectParam",
    "EnvironmentSettingsParam",
    "EvaluationCountParam",
    "ExposureParam",
    "GuardrailFindingParam",
    "GuardrailsParam",
    "ImpactParam",
    "ImpactTotalParam",
    "NewAuditEntryParam",
    "NewRelationshipParam",
    "ObservationParam",
    "RecordedActorParam",
    "RecordedResourceParam",
    "RelatedResourceParam",
    "RelatedSubjectParam",
    "ReportedDecisionParam",
    "ResourceNameParam",
    "ResourceOfDecisionParam",
    "SubjectOfDecisionParam",
    "SubjectParam",
]

if not TYPE_CHECKING:
    _MODULES = {
        "AffectedParam": "_shared",
        "AffectedResourceParam": "_shared",
        "AffectedSubjectParam": "_shared",
        "ChangeParam": "_shared",
        "ChangeSummaryParam": "_shared",
        "ChangedFieldParam": "_shared",
        "ChangedSettingsParam": "_shared",
        "ChangesetParam": "_shared",
        "ConflictFieldParam": "_shared",
        "ConflictParam": "_shared",
        "DesiredResourceParam": "_shared",
        "DesiredStateParam": "_shared",
        "EffectParam": "_shared",
        "EnvironmentSettingsParam": "_shared",
        "GuardrailFindingParam": "_shared",
        "GuardrailsParam": "_shared",
        "ImpactParam": "_shared",
        "ImpactTotalParam": "_shared",
        "ResourceNameParam": "_shared",
        "AskedResourceParam": "access",
        "CheckParam": "access",
        "ReportedDecisionParam": "access",
        "ResourceOfDecisionParam": "access",
        "SubjectOfDecisionParam": "access",
        "SubjectParam": "access",
        "NewAuditEntryParam": "audit",
        "RecordedActorParam": "audit",
        "RecordedResourceParam": "audit",
        "ObservationParam": "experiments",
        "EvaluationCountParam": "flags",
        "ExposureParam": "flags",
        "NewRelationshipParam": "relationships",
        "RelatedResourceParam": "relationships",
        "RelatedSubjectParam": "relationships",
    }

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        globals()[name] = value
        return value

    def __dir__():
        return __all__
