# Written by dream generate sdk; do not edit.
"""What is sent within a body."""

from __future__ import annotations

from typing import TypedDict

from ..types.relationships import RelatedResource, RelatedSubject


class NewRelationshipParam(TypedDict):
    resource: RelatedResourceParam | RelatedResource
    relation: str
    """A relation that the ResourceType declares."""
    subject: RelatedSubjectParam | RelatedSubject


class RelatedResourceParam(TypedDict):
    type: str
    """Key of a ResourceType."""
    id: str


class RelatedSubjectParam(TypedDict):
    type: str
    """`user`, `service-account`, `tenant`, or the key of a ResourceType."""
    id: str
