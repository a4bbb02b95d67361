# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from .._core.model import Fields, Model, nested
from ._shared import Changeset


class ResourcesDeleteResult(Model):
    revision: int
    changeset: Changeset
    dry_run: bool

    @staticmethod
    def _fields() -> Fields:
        return {
            "changeset": ("changeset", nested(Changeset)),
            "dry_run": ("dryRun", None),
        }


class ResourcesPutResult(Model):
    revision: int
    changeset: Changeset
    dry_run: bool

    @staticmethod
    def _fields() -> Fields:
        return {
            "changeset": ("changeset", nested(Changeset)),
            "dry_run": ("dryRun", None),
        }
