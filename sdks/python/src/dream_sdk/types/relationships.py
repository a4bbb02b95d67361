# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class RelatedResource(Model):
    type: str
    """Key of a ResourceType."""
    id: str


class RelatedSubject(Model):
    type: str
    """`user`, `service-account`, `tenant`, or the key of a ResourceType."""
    id: str


class Relationship(Model):
    resource: RelatedResource
    relation: str
    """A relation that the ResourceType declares."""
    subject: RelatedSubject

    @staticmethod
    def _fields() -> Fields:
        return {
            "resource": ("resource", nested(RelatedResource)),
            "subject": ("subject", nested(RelatedSubject)),
        }


class RelationshipPage(Model):
    data: list[Relationship]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(Relationship))),
            "pagination": ("pagination", nested(Pagination)),
        }


class RelationshipsWritten(Model):
    added: int
    removed: int
