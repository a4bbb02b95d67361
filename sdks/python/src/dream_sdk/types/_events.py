# Written by dream generate sdk; do not edit.
"""What happens, as webhooks and the API tell it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal, Union

from .._core.instant import instant
from .._core.json_value import as_object
from .._core.model import Fields, Model, nested
from ._shared import Alarm, BeforeAndAfter, ResourceChange, RevisionApplied


class AlarmEvent(Model):
    """An alert rule has raised an alarm. A rule may name other types that say the same."""

    id: str
    """`evt_…`: the same event has the same id wherever it is told."""
    type: Literal["alert.fired"]
    tenant_id: str | None
    """Null: of the environment as a whole."""
    subject: str
    """What it happened to: `Flag/checkout`."""
    created_at: datetime
    data: Alarm

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "created_at": ("createdAt", instant),
            "data": ("data", nested(Alarm)),
        }


class ResourceChangeEvent(Model):
    """An event whose `type` is one of these."""

    id: str
    """`evt_…`: the same event has the same id wherever it is told."""
    type: Literal[
        "alert_rule.created",
        "alert_rule.deleted",
        "alert_rule.updated",
        "audit_stream.created",
        "audit_stream.deleted",
        "audit_stream.updated",
        "context_kind.created",
        "context_kind.deleted",
        "context_kind.updated",
        "entitlement.created",
        "entitlement.deleted",
        "entitlement.updated",
        "event_schema.created",
        "event_schema.deleted",
        "event_schema.updated",
        "flag.archived",
        "flag.created",
        "flag.deleted",
        "flag.updated",
        "identity_provider.created",
        "identity_provider.deleted",
        "identity_provider.updated",
        "meter.created",
        "meter.deleted",
        "meter.updated",
        "plan.created",
        "plan.deleted",
        "plan.updated",
        "resource_type.created",
        "resource_type.deleted",
        "resource_type.updated",
        "retention_policy.created",
        "retention_policy.deleted",
        "retention_policy.updated",
        "role.created",
        "role.deleted",
        "role.updated",
        "segment.created",
        "segment.deleted",
        "segment.updated",
        "template.created",
        "template.deleted",
        "template.updated",
        "tenancy.created",
        "tenancy.deleted",
        "tenancy.updated",
        "topic.created",
        "topic.deleted",
        "topic.updated",
        "webhook_endpoint.created",
        "webhook_endpoint.deleted",
        "webhook_endpoint.updated",
        "workflow.created",
        "workflow.deleted",
        "workflow.updated",
    ]
    tenant_id: str | None
    """Null: of the environment as a whole."""
    subject: str
    """What it happened to: `Flag/checkout`."""
    created_at: datetime
    data: ResourceChange

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "created_at": ("createdAt", instant),
            "data": ("data", nested(ResourceChange)),
        }


class BeforeAndAfterEvent(Model):
    """An event whose `type` is one of these."""

    id: str
    """`evt_…`: the same event has the same id wherever it is told."""
    type: Literal[
        "audit-stream.replayed",
        "audit.archive_removed",
        "audit.pruned",
        "audit.restore_ended",
        "audit.restored",
        "cross_tenant_grant.set",
        "cross_tenant_grant.withdrawn",
        "entitlement.override_removed",
        "entitlement.override_set",
        "environment.created",
        "environment.mode_changed",
        "key.created",
        "key.revoked",
        "key.rotated",
        "member.added",
        "member.removed",
        "member.roles_changed",
        "personal.erased",
        "relationship.created",
        "relationship.deleted",
        "secret.removed",
        "secret.set",
        "service_account.created",
        "service_account.deleted",
        "service_account.roles_changed",
        "tenant.created",
        "tenant.deleted",
        "tenant.plan_changed",
        "tenant.updated",
        "user.created",
        "user.deleted",
        "user.updated",
        "webhook.disabled",
        "webhook.enabled",
        "webhook.replayed",
        "webhook.secretRotated",
    ]
    tenant_id: str | None
    """Null: of the environment as a whole."""
    subject: str
    """What it happened to: `Flag/checkout`."""
    created_at: datetime
    data: BeforeAndAfter

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "created_at": ("createdAt", instant),
            "data": ("data", nested(BeforeAndAfter)),
        }


class RevisionAppliedEvent(Model):
    """A changeset was applied."""

    id: str
    """`evt_…`: the same event has the same id wherever it is told."""
    type: Literal["revision.applied"]
    tenant_id: str | None
    """Null: of the environment as a whole."""
    subject: str
    """What it happened to: `Flag/checkout`."""
    created_at: datetime
    data: RevisionApplied

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "created_at": ("createdAt", instant),
            "data": ("data", nested(RevisionApplied)),
        }


class UnknownEvent(Model):
    """An event of a type that came after this SDK was made: `type` is any other text than
    checkers are told.
    """

    id: str
    """`evt_…`: the same event has the same id wherever it is told."""
    type: Literal["(a type that came after this SDK was made)"]
    tenant_id: str | None
    """Null: of the environment as a whole."""
    subject: str
    """What it happened to: `Flag/checkout`."""
    created_at: datetime
    data: dict[str, Any]
    """What exactly, by type."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "created_at": ("createdAt", instant),
        }


class ThinEvent(Model):
    """What an endpoint with `thin` is sent of an event: that it happened.
    `client.events.get(id)` has the rest.
    """

    id: str
    """`evt_…`: the same event has the same id wherever it is told."""
    type: Literal[
        "alert.fired",
        "alert_rule.created",
        "alert_rule.deleted",
        "alert_rule.updated",
        "audit-stream.replayed",
        "audit.archive_removed",
        "audit.pruned",
        "audit.restore_ended",
        "audit.restored",
        "audit_stream.created",
        "audit_stream.deleted",
        "audit_stream.updated",
        "context_kind.created",
        "context_kind.deleted",
        "context_kind.updated",
        "cross_tenant_grant.set",
        "cross_tenant_grant.withdrawn",
        "entitlement.created",
        "entitlement.deleted",
        "entitlement.override_removed",
        "entitlement.override_set",
        "entitlement.updated",
        "environment.created",
        "environment.mode_changed",
        "event_schema.created",
        "event_schema.deleted",
        "event_schema.updated",
        "flag.archived",
        "flag.created",
        "flag.deleted",
        "flag.updated",
        "identity_provider.created",
        "identity_provider.deleted",
        "identity_provider.updated",
        "key.created",
        "key.revoked",
        "key.rotated",
        "member.added",
        "member.removed",
        "member.roles_changed",
        "meter.created",
        "meter.deleted",
        "meter.updated",
        "personal.erased",
        "plan.created",
        "plan.deleted",
        "plan.updated",
        "relationship.created",
        "relationship.deleted",
        "resource_type.created",
        "resource_type.deleted",
        "resource_type.updated",
        "retention_policy.created",
        "retention_policy.deleted",
        "retention_policy.updated",
        "revision.applied",
        "role.created",
        "role.deleted",
        "role.updated",
        "secret.removed",
        "secret.set",
        "segment.created",
        "segment.deleted",
        "segment.updated",
        "service_account.created",
        "service_account.deleted",
        "service_account.roles_changed",
        "template.created",
        "template.deleted",
        "template.updated",
        "tenancy.created",
        "tenancy.deleted",
        "tenancy.updated",
        "tenant.created",
        "tenant.deleted",
        "tenant.plan_changed",
        "tenant.updated",
        "topic.created",
        "topic.deleted",
        "topic.updated",
        "user.created",
        "user.deleted",
        "user.updated",
        "webhook.disabled",
        "webhook.enabled",
        "webhook.replayed",
        "webhook.secretRotated",
        "webhook_endpoint.created",
        "webhook_endpoint.deleted",
        "webhook_endpoint.updated",
        "workflow.created",
        "workflow.deleted",
        "workflow.updated",
        "(a type that came after this SDK was made)",
    ]
    data: None


DreamEvent = Union[
    AlarmEvent,
    ResourceChangeEvent,
    BeforeAndAfterEvent,
    RevisionAppliedEvent,
    UnknownEvent,
]
ReceivedEvent = Union[DreamEvent, ThinEvent]

_ARMS: dict[str, Callable[[dict[str, Any]], DreamEvent]] = {
    "alert.fired": AlarmEvent,
    "alert_rule.created": ResourceChangeEvent,
    "alert_rule.deleted": ResourceChangeEvent,
    "alert_rule.updated": ResourceChangeEvent,
    "audit-stream.replayed": BeforeAndAfterEvent,
    "audit.archive_removed": BeforeAndAfterEvent,
    "audit.pruned": BeforeAndAfterEvent,
    "audit.restore_ended": BeforeAndAfterEvent,
    "audit.restored": BeforeAndAfterEvent,
    "audit_stream.created": ResourceChangeEvent,
    "audit_stream.deleted": ResourceChangeEvent,
    "audit_stream.updated": ResourceChangeEvent,
    "context_kind.created": ResourceChangeEvent,
    "context_kind.deleted": ResourceChangeEvent,
    "context_kind.updated": ResourceChangeEvent,
    "cross_tenant_grant.set": BeforeAndAfterEvent,
    "cross_tenant_grant.withdrawn": BeforeAndAfterEvent,
    "entitlement.created": ResourceChangeEvent,
    "entitlement.deleted": ResourceChangeEvent,
    "entitlement.override_removed": BeforeAndAfterEvent,
    "entitlement.override_set": BeforeAndAfterEvent,
    "entitlement.updated": ResourceChangeEvent,
    "environment.created": BeforeAndAfterEvent,
    "environment.mode_changed": BeforeAndAfterEvent,
    "event_schema.created": ResourceChangeEvent,
    "event_schema.deleted": ResourceChangeEvent,
    "event_schema.updated": ResourceChangeEvent,
    "flag.archived": ResourceChangeEvent,
    "flag.created": ResourceChangeEvent,
    "flag.deleted": ResourceChangeEvent,
    "flag.updated": ResourceChangeEvent,
    "identity_provider.created": ResourceChangeEvent,
    "identity_provider.deleted": ResourceChangeEvent,
    "identity_provider.updated": ResourceChangeEvent,
    "key.created": BeforeAndAfterEvent,
    "key.revoked": BeforeAndAfterEvent,
    "key.rotated": BeforeAndAfterEvent,
    "member.added": BeforeAndAfterEvent,
    "member.removed": BeforeAndAfterEvent,
    "member.roles_changed": BeforeAndAfterEvent,
    "meter.created": ResourceChangeEvent,
    "meter.deleted": ResourceChangeEvent,
    "meter.updated": ResourceChangeEvent,
    "personal.erased": BeforeAndAfterEvent,
    "plan.created": ResourceChangeEvent,
    "plan.deleted": ResourceChangeEvent,
    "plan.updated": ResourceChangeEvent,
    "relationship.created": BeforeAndAfterEvent,
    "relationship.deleted": BeforeAndAfterEvent,
    "resource_type.created": ResourceChangeEvent,
    "resource_type.deleted": ResourceChangeEvent,
    "resource_type.updated": ResourceChangeEvent,
    "retention_policy.created": ResourceChangeEvent,
    "retention_policy.deleted": ResourceChangeEvent,
    "retention_policy.updated": ResourceChangeEvent,
    "revision.applied": RevisionAppliedEvent,
    "role.created": ResourceChangeEvent,
    "role.deleted": ResourceChangeEvent,
    "role.updated": ResourceChangeEvent,
    "secret.removed": BeforeAndAfterEvent,
    "secret.set": BeforeAndAfterEvent,
    "segment.created": ResourceChangeEvent,
    "segment.deleted": ResourceChangeEvent,
    "segment.updated": ResourceChangeEvent,
    "service_account.created": BeforeAndAfterEvent,
    "service_account.deleted": BeforeAndAfterEvent,
    "service_account.roles_changed": BeforeAndAfterEvent,
    "template.created": ResourceChangeEvent,
    "template.deleted": ResourceChangeEvent,
    "template.updated": ResourceChangeEvent,
    "tenancy.created": ResourceChangeEvent,
    "tenancy.deleted": ResourceChangeEvent,
    "tenancy.updated": ResourceChangeEvent,
    "tenant.created": BeforeAndAfterEvent,
    "tenant.deleted": BeforeAndAfterEvent,
    "tenant.plan_changed": BeforeAndAfterEvent,
    "tenant.updated": BeforeAndAfterEvent,
    "topic.created": ResourceChangeEvent,
    "topic.deleted": ResourceChangeEvent,
    "topic.updated": ResourceChangeEvent,
    "user.created": BeforeAndAfterEvent,
    "user.deleted": BeforeAndAfterEvent,
    "user.updated": BeforeAndAfterEvent,
    "webhook.disabled": BeforeAndAfterEvent,
    "webhook.enabled": BeforeAndAfterEvent,
    "webhook.replayed": BeforeAndAfterEvent,
    "webhook.secretRotated": BeforeAndAfterEvent,
    "webhook_endpoint.created": ResourceChangeEvent,
    "webhook_endpoint.deleted": ResourceChangeEvent,
    "webhook_endpoint.updated": ResourceChangeEvent,
    "workflow.created": ResourceChangeEvent,
    "workflow.deleted": ResourceChangeEvent,
    "workflow.updated": ResourceChangeEvent,
}


def event_of(members: dict[str, Any]) -> DreamEvent:
    """The event that an object tells of, whatever it lacks."""
    return _ARMS.get(str(members.get("type")), UnknownEvent)(members)


def received_event(members: dict[str, Any]) -> ReceivedEvent:
    """The event that came as a webhook, all of it or thin."""
    return event_of(members) if "data" in members else ThinEvent(members)


def read_event(value: Any) -> Any:
    """Reads an event; what is no object stays as it is."""
    members = as_object(value)
    return value if members is None else event_of(members)
