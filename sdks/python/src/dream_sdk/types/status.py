# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from typing import Literal

from .._core.model import Fields, Model, list_of, nested
from ._shared import RevisionSummary


class ResourceCount(Model):
    kind: str
    files: int
    api: int


class Status(Model):
    project: str
    environment: str
    mode: Literal["test", "live"] | str
    protect: bool
    revision: int
    last_apply: RevisionSummary | None
    resources: list[ResourceCount]
    conditions: list[StatusCondition]

    @staticmethod
    def _fields() -> Fields:
        return {
            "last_apply": ("lastApply", nested(RevisionSummary)),
            "resources": ("resources", list_of(nested(ResourceCount))),
            "conditions": ("conditions", list_of(nested(StatusCondition))),
        }


class StatusCondition(Model):
    type: str
    status: Literal["true", "false", "unknown"] | str
    reason: str
    message: str
    observed_revision: int

    @staticmethod
    def _fields() -> Fields:
        return {
            "observed_revision": ("observedRevision", None),
        }
