# Written by dream generate sdk; do not edit.
"""What is sent within a body."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, TypedDict


class _NewAuditEntryParamRequired(TypedDict):
    action: str
    """What was done: `document.exported`."""
    actor: RecordedActorParam


class NewAuditEntryParam(_NewAuditEntryParamRequired, total=False):
    outcome: Literal["success", "failure", "denied"] | str
    resource: RecordedResourceParam
    tenantId: str
    """Whose record it belongs into. May stand in `X-Tenant-ID` instead; in neither, it is of the
    environment as a whole.
    """
    before: Any
    """What it was, where something changed."""
    after: Any
    """What it is now."""
    reason: str
    """Why it failed or was denied."""
    metadata: Mapping[str, Any]
    """Whatever else belongs to it. Filters and alert rules find it."""
    personal: Mapping[str, Any]
    """What tells of a person and may have to be forgotten. The entry only commits to it; it can
    be erased, and the chain stays whole.
    """
    timestamp: datetime | str
    """When it happened. Absent: now."""
    key: str
    """Of your own. What comes again under the same key, within 30 days, is the same entry."""


class _RecordedActorParamRequired(TypedDict):
    id: str
    """By which they are found, also when their name has changed."""


class RecordedActorParam(_RecordedActorParamRequired, total=False):
    """Who did it."""

    type: str
    """What kind of actor, such as `user` or `service-account`. `system` and `local` are the
    platform’s own.
    """
    name: str
    """As people know them."""
    email: str
    ip: str
    """Where the request came from. What is no address is kept as `invalidIp`."""
    userAgent: str


class _RecordedResourceParamRequired(TypedDict):
    type: str
    """Such as `invoice`."""
    id: str
    """By which it is found."""


class RecordedResourceParam(_RecordedResourceParamRequired, total=False):
    """What it was done to."""

    name: str
    """As people know it."""
