# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested
from ._shared import Changeset, Pagination, RevisionSummary


class Revision(Model):
    id: str
    number: int
    cause: Literal["apply", "rollback", "api"] | str
    rollback_to: int | None
    author: str
    commit: str | None
    message: str | None
    summary: dict[str, int]
    created_at: datetime
    changeset: Changeset

    @staticmethod
    def _fields() -> Fields:
        return {
            "rollback_to": ("rollbackTo", None),
            "created_at": ("createdAt", instant),
            "changeset": ("changeset", nested(Changeset)),
        }


class RevisionSummaryPage(Model):
    data: list[RevisionSummary]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(RevisionSummary))),
            "pagination": ("pagination", nested(Pagination)),
        }


class RevisionsCreateResult(Model):
    revision: int
    changeset: Changeset
    dry_run: bool

    @staticmethod
    def _fields() -> Fields:
        return {
            "changeset": ("changeset", nested(Changeset)),
            "dry_run": ("dryRun", None),
        }


class RevisionsRollbackResult(Model):
    revision: int
    changeset: Changeset
    dry_run: bool

    @staticmethod
    def _fields() -> Fields:
        return {
            "changeset": ("changeset", nested(Changeset)),
            "dry_run": ("dryRun", None),
        }
