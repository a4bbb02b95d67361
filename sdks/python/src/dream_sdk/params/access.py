# Written by dream generate sdk; do not edit.
"""What is sent within a body."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, TypedDict


class _AskedResourceParamRequired(TypedDict):
    type: str
    """Key of a ResourceType."""


class AskedResourceParam(_AskedResourceParamRequired, total=False):
    """What it is wanted of; without an id, anything of the type."""

    id: str
    properties: Mapping[str, Any]
    """What conditions may ask of `resource`."""


class _CheckParamRequired(TypedDict):
    action: str
    """An action of the resource type, `approve`, or narrowed to one of its scopes, `read:self`."""
    resource: AskedResourceParam


class CheckParam(_CheckParamRequired, total=False):
    subject: SubjectParam
    context: Mapping[str, Any]
    """What conditions may ask of `context`: whence and how the request came."""


class _ReportedDecisionParamRequired(TypedDict):
    decidedAt: datetime | str
    """When. What lies ahead counts as now, and what lies before 1970 as then."""
    subject: SubjectOfDecisionParam
    action: str
    """An action of the resource type, `approve`, or narrowed to one of its scopes, `read:self`."""
    resource: ResourceOfDecisionParam
    allowed: bool
    policyRevision: int
    """Revision of the policy that decided, as `access.policy` gives it."""


class ReportedDecisionParam(_ReportedDecisionParamRequired, total=False):
    tenant: str
    """The tenant it is about. May stand in `X-Tenant-ID` instead; where both are, they are the
    same.
    """


class _ResourceOfDecisionParamRequired(TypedDict):
    type: str
    """Key of a ResourceType."""


class ResourceOfDecisionParam(_ResourceOfDecisionParamRequired, total=False):
    id: str


class _SubjectParamRequired(TypedDict):
    id: str


class SubjectParam(_SubjectParamRequired, total=False):
    """Who wants to do it. A signed-in user may leave it out, and asks about themselves."""

    type: Literal["user", "service-account"] | str
    properties: Mapping[str, Any]
    """What conditions may ask of `user` besides what is stored; of one name, what is stored
    counts.
    """


class _SubjectOfDecisionParamRequired(TypedDict):
    id: str


class SubjectOfDecisionParam(_SubjectOfDecisionParamRequired, total=False):
    type: Literal["user", "service-account"] | str
