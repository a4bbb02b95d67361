# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Union

from .._core.instant import instant
from .._core.model import Fields, Model, Unknown, list_of, map_of, nested, one_of
from ._shared import Pagination


class AccessCanResult(Model):
    subject: SubjectFacts
    permissions: list[HeldPermission]
    actions: list[ActionVerdict] | None
    policy_revision: int
    """Revision of the environment whose roles and resource types decided."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "subject": ("subject", nested(SubjectFacts)),
            "permissions": ("permissions", list_of(nested(HeldPermission))),
            "actions": ("actions", list_of(nested(ActionVerdict))),
            "policy_revision": ("policyRevision", None),
        }


class AccessCheckManyResult(Model):
    data: list[Verdict]
    policy_revision: int
    """Revision of the environment whose roles and resource types decided."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(Verdict))),
            "policy_revision": ("policyRevision", None),
        }


class AccessDecisionsReportResult(Model):
    logged: int
    """How many are in the log now."""
    unknown_tenants: list[str]
    """Those that there are not, or not any more, or that the request is not about: nothing is
    logged of them.
    """

    @staticmethod
    def _fields() -> Fields:
        return {
            "unknown_tenants": ("unknownTenants", None),
        }


class AccessPolicyResult(Model):
    revision: int
    """The first number of a token's `policyVersion`."""
    roles: dict[str, list[PolicyGrant]]
    """What each role grants, inherited included, by key."""
    resource_types: dict[str, list[str]]
    """The actions of each resource type, by key."""
    scopes: dict[str, list[str]]
    """The scopes of each resource type that declares any, by key. Others take any name for a
    scope.
    """
    relation_actions: dict[str, list[str]]
    """The actions that a relation to a resource may allow without a role, by key of its type."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "roles": ("roles", map_of(list_of(nested(PolicyGrant)))),
            "resource_types": ("resourceTypes", None),
            "relation_actions": ("relationActions", None),
        }


class AccessWhoResult(Model):
    data: list[Grantee]
    pagination: Pagination
    policy_revision: int
    """Revision of the environment whose roles and resource types decided."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(Grantee))),
            "pagination": ("pagination", nested(Pagination)),
            "policy_revision": ("policyRevision", None),
        }


class ActionVerdict(Model):
    action: str
    allowed: bool
    grant: RoleGrant | RelationGrant | Unknown | None
    """What allowed it."""
    refusal: Refusal | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "grant": ("grant", one_of("by", {"role": RoleGrant, "relation": RelationGrant})),
            "refusal": ("refusal", nested(Refusal)),
        }


class DecidedResource(Model):
    type: str
    id: str | None


class Grantee(Model):
    subject: SubjectFacts
    grant: RoleGrant | RelationGrant | Unknown
    """What allowed it."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "subject": ("subject", nested(SubjectFacts)),
            "grant": ("grant", one_of("by", {"role": RoleGrant, "relation": RelationGrant})),
        }


class HeldPermission(Model):
    permission: str
    declared_by: str
    condition: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "declared_by": ("declaredBy", None),
        }


class LoggedDecision(Model):
    id: str
    """`dec_…`: the entry in the decision log."""
    tenant: str
    subject: NamedObject
    action: str
    resource: DecidedResource
    allowed: bool
    grant: RoleGrant | RelationGrant | Unknown | None
    """What allowed it."""
    refusal: LoggedRefusal | None
    reported: bool
    """True: an application decided it by the policy that it had, and has told it; what it rests
    on is not known.
    """
    policy_revision: int
    """Revision of the environment whose roles and resource types decided."""
    request_id: str
    decided_at: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "subject": ("subject", nested(NamedObject)),
            "resource": ("resource", nested(DecidedResource)),
            "grant": ("grant", one_of("by", {"role": RoleGrant, "relation": RelationGrant})),
            "refusal": ("refusal", nested(LoggedRefusal)),
            "policy_revision": ("policyRevision", None),
            "request_id": ("requestId", None),
            "decided_at": ("decidedAt", instant),
        }


class LoggedDecisionPart(Model):
    data: list[LoggedDecision]
    has_more: bool
    next_cursor: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(LoggedDecision))),
            "has_more": ("hasMore", None),
            "next_cursor": ("nextCursor", None),
        }


class LoggedRefusal(Model):
    reason: str
    missing: str
    near_misses: list[NearMiss]

    @staticmethod
    def _fields() -> Fields:
        return {
            "near_misses": ("nearMisses", list_of(nested(NearMiss))),
        }


class NamedObject(Model):
    type: str
    id: str


class NearMiss(Model):
    grant: RoleGrant | RelationGrant | Unknown
    """What allowed it."""
    because: str

    @staticmethod
    def _fields() -> Fields:
        return {
            "grant": ("grant", one_of("by", {"role": RoleGrant, "relation": RelationGrant})),
        }


class PolicyGrant(Model):
    permission: str
    """As it is written: `invoice:*`."""
    condition: str | None
    """An expression under which it applies; such a one is not in tokens."""


class Refusal(Model):
    reason: Union[
        Literal[
            "unknown-resource-type",
            "unknown-action",
            "unknown-scope",
            "no-grant",
            "not-covered",
        ],
        str,
    ]
    missing: str
    """The permission that would have allowed it."""
    near_misses: list[NearMiss]
    granted_by: list[str]
    """Keys of roles that would grant it, at most 10."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "near_misses": ("nearMisses", list_of(nested(NearMiss))),
            "granted_by": ("grantedBy", None),
        }


class RelationGrant(Model):
    by: Literal["relation"]
    relation: str
    via: NamedObject | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "via": ("via", nested(NamedObject)),
        }


class RoleGrant(Model):
    by: Literal["role"]
    role: str
    declared_by: str
    permission: str
    condition: str | None
    scope: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "declared_by": ("declaredBy", None),
        }


class SubjectFacts(Model):
    type: str
    id: str
    standing: Literal["member", "guest", "service-account", "none"] | str
    roles: list[str]


class Verdict(Model):
    id: str
    """`dec_…`: the entry in the decision log."""
    allowed: bool
    grant: RoleGrant | RelationGrant | Unknown | None
    """What allowed it."""
    refusal: Refusal | None
    policy_revision: int
    """Revision of the environment whose roles and resource types decided."""
    subject: SubjectFacts | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "grant": ("grant", one_of("by", {"role": RoleGrant, "relation": RelationGrant})),
            "refusal": ("refusal", nested(Refusal)),
            "policy_revision": ("policyRevision", None),
            "subject": ("subject", nested(SubjectFacts)),
        }
