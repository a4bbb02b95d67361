# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class WebhookAttempt(Model):
    at: datetime
    milliseconds: int
    status: int | None
    problem: str | None
    excerpt: str
    """The beginning of what was answered."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "at": ("at", instant),
        }


class WebhookDelivery(Model):
    id: str
    """`whd_…`"""
    endpoint: str
    """Key of the WebhookEndpoint."""
    event_id: str
    event_type: str
    tenant_id: str | None
    state: Literal["pending", "delivered", "failed"] | str
    calls: int
    """How often it was called."""
    last_status: int | None
    """Of the last answer; null where there was none."""
    last_problem: str | None
    """Why the last call was not taken."""
    due_at: datetime | None
    """When it is called next."""
    created_at: datetime
    finished_at: datetime | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "event_id": ("eventId", None),
            "event_type": ("eventType", None),
            "tenant_id": ("tenantId", None),
            "last_status": ("lastStatus", None),
            "last_problem": ("lastProblem", None),
            "due_at": ("dueAt", instant),
            "created_at": ("createdAt", instant),
            "finished_at": ("finishedAt", instant),
        }


class WebhookDeliveryPart(Model):
    data: list[WebhookDelivery]
    has_more: bool
    next_cursor: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(WebhookDelivery))),
            "has_more": ("hasMore", None),
            "next_cursor": ("nextCursor", None),
        }


class WebhookDeliveryWithAttempts(Model):
    id: str
    """`whd_…`"""
    endpoint: str
    """Key of the WebhookEndpoint."""
    event_id: str
    event_type: str
    tenant_id: str | None
    state: Literal["pending", "delivered", "failed"] | str
    calls: int
    """How often it was called."""
    last_status: int | None
    """Of the last answer; null where there was none."""
    last_problem: str | None
    """Why the last call was not taken."""
    due_at: datetime | None
    """When it is called next."""
    created_at: datetime
    finished_at: datetime | None
    attempts: list[WebhookAttempt]
    """Every call, oldest first."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "event_id": ("eventId", None),
            "event_type": ("eventType", None),
            "tenant_id": ("tenantId", None),
            "last_status": ("lastStatus", None),
            "last_problem": ("lastProblem", None),
            "due_at": ("dueAt", instant),
            "created_at": ("createdAt", instant),
            "finished_at": ("finishedAt", instant),
            "attempts": ("attempts", list_of(nested(WebhookAttempt))),
        }


class WebhookEndpoint(Model):
    key: str
    name: str | None
    url: str
    events: list[str]
    status: Literal["active", "off", "disabled"] | str
    """`off`: the configuration says `enabled: false`. `disabled`: it is not called, for the
    reason beside.
    """
    disabled_at: datetime | None
    disabled_because: Literal["gone", "failing", "asked"] | str | None
    """`gone`: it answered 410. `failing`: no call came through for as long as one is repeated.
    `asked`: somebody disabled it.
    """
    failing_since: datetime | None
    """No call has succeeded since; null where the last one did."""
    pending: int
    """Deliveries that are still to be made; 1,000 stands for all that are more."""
    secret: Literal["configured", "own", "none"] | str
    """`configured`: the configuration names it. `own`: the server made it. `none`: nothing was
    signed yet.
    """

    @staticmethod
    def _fields() -> Fields:
        return {
            "disabled_at": ("disabledAt", instant),
            "disabled_because": ("disabledBecause", None),
            "failing_since": ("failingSince", instant),
        }


class WebhookEndpointPage(Model):
    data: list[WebhookEndpoint]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(WebhookEndpoint))),
            "pagination": ("pagination", nested(Pagination)),
        }


class WebhooksReplayResult(Model):
    replayed: int
    endpoint_status: Literal["active", "off", "disabled"] | str
    """`active`: it is called. Else what is pending waits until it is enabled again."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "endpoint_status": ("endpointStatus", None),
        }


class WebhooksRotateSecretResult(Model):
    secret: str
    """`whsec_…`"""
    previous_until: datetime | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "previous_until": ("previousUntil", instant),
        }
