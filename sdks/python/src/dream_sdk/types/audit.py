# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._core.instant import instant
from .._core.model import Fields, Model, each_of, list_of, nested
from ._shared import Pagination


class Archive(Model):
    id: str
    """`arc_…`"""
    tenant_id: str | None
    """Null: of the environment itself."""
    first: int
    """Sequence of the first entry that was taken out."""
    last: int
    """Of the last. Between them may stand entries that were kept."""
    entries: int
    location: str | None
    """Where the archive is. Null: they were deleted."""
    digest: str | None
    """`sha256:…` of the file."""
    pruned_at: datetime
    removed_at: datetime | None
    """When the archive itself was removed, its own time being over. Null: it was not."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "pruned_at": ("prunedAt", instant),
            "removed_at": ("removedAt", instant),
        }


class ArchivePage(Model):
    data: list[Archive]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(Archive))),
            "pagination": ("pagination", nested(Pagination)),
        }


class AuditEntry(Model):
    id: str
    """`aud_…`"""
    version: Literal[1]
    timestamp: datetime
    """When it happened, as whoever reports it says."""
    recorded_at: datetime | None
    """When it was written, if at another time."""
    environment: str
    tenant_id: str | None
    """Absent: it is about the environment as a whole."""
    action: str
    """`user.role_assigned`"""
    outcome: Literal["success", "failure", "denied"] | str
    actor: EntryActor
    resource: EntryResource | None
    before: Any
    """Null: it did not exist."""
    after: Any
    """Null: it does not exist any more."""
    changes: list[EntryChange] | DigestOfChanges | None
    """Where more than one thing changed."""
    reason: str | None
    """Why it failed or was denied: a code."""
    request_id: str | None
    authentication: EntryAuthentication | None
    reported: bool | None
    """True: the product has told it, by the key in `authentication`, and who did what is its
    word. Absent: it is the platform’s own.
    """
    decision: EntryDecision | None
    personal: str | None
    """Commits to what is kept apart from the entry, so that it can be erased."""
    metadata: dict[str, Any] | None
    sequence: int | None
    """Its place in the chain of its tenant, from 1; null until it is sealed, which takes a
    moment.
    """
    hash: str | None
    previous_hash: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "timestamp": ("timestamp", instant),
            "recorded_at": ("recordedAt", instant),
            "tenant_id": ("tenantId", None),
            "actor": ("actor", nested(EntryActor)),
            "resource": ("resource", nested(EntryResource)),
            "changes": ("changes", each_of(nested(DigestOfChanges), list_of(nested(EntryChange)))),
            "request_id": ("requestId", None),
            "authentication": ("authentication", nested(EntryAuthentication)),
            "decision": ("decision", nested(EntryDecision)),
            "previous_hash": ("previousHash", None),
        }


class AuditEntryPart(Model):
    data: list[AuditEntry]
    has_more: bool
    next_cursor: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(AuditEntry))),
            "has_more": ("hasMore", None),
            "next_cursor": ("nextCursor", None),
        }


class AuditEntryWithPayload(Model):
    id: str
    """`aud_…`"""
    version: Literal[1]
    timestamp: datetime
    """When it happened, as whoever reports it says."""
    recorded_at: datetime | None
    """When it was written, if at another time."""
    environment: str
    tenant_id: str | None
    """Absent: it is about the environment as a whole."""
    action: str
    """`user.role_assigned`"""
    outcome: Literal["success", "failure", "denied"] | str
    actor: EntryActor
    resource: EntryResource | None
    before: Any
    """Null: it did not exist."""
    after: Any
    """Null: it does not exist any more."""
    changes: list[EntryChange] | DigestOfChanges | None
    """Where more than one thing changed."""
    reason: str | None
    """Why it failed or was denied: a code."""
    request_id: str | None
    authentication: EntryAuthentication | None
    reported: bool | None
    """True: the product has told it, by the key in `authentication`, and who did what is its
    word. Absent: it is the platform’s own.
    """
    decision: EntryDecision | None
    personal: str | None
    """Commits to what is kept apart from the entry, so that it can be erased."""
    metadata: dict[str, Any] | None
    sequence: int | None
    """Its place in the chain of its tenant, from 1; null until it is sealed, which takes a
    moment.
    """
    hash: str | None
    previous_hash: str | None
    payload: Any
    """What `personal` commits to, unless it was erased."""
    salt: str | None
    """What it was hashed with, in hexadecimal digits."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "timestamp": ("timestamp", instant),
            "recorded_at": ("recordedAt", instant),
            "tenant_id": ("tenantId", None),
            "actor": ("actor", nested(EntryActor)),
            "resource": ("resource", nested(EntryResource)),
            "changes": ("changes", each_of(nested(DigestOfChanges), list_of(nested(EntryChange)))),
            "request_id": ("requestId", None),
            "authentication": ("authentication", nested(EntryAuthentication)),
            "decision": ("decision", nested(EntryDecision)),
            "previous_hash": ("previousHash", None),
        }


class AuditPersonalEraseResult(Model):
    subject: str
    erased: int
    """Entries that lost their personal part."""


class AuditRecordManyResult(Model):
    data: list[RecordReceipt]

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(RecordReceipt))),
        }


class AuditRestoreResult(Model):
    restored: int
    """Entries that were given back."""
    present: int
    """Entries that were there already. Those that had been given back are so until then."""
    until: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "until": ("until", instant),
        }


class AuditStream(Model):
    key: str
    """Key of the AuditStream."""
    name: str | None
    to: Literal["webhook", "splunk", "syslog"] | str
    state: Literal["active", "failing", "error", "disabled"] | str
    """`failing`: the last batch could not be sent, and is tried again. `error`: none could for 7
    days; it is still tried once an hour, and nothing is lost.
    """
    last_error: str | None
    """Why the last batch could not be sent; null: it was."""
    failing_since: datetime | None
    failures: int
    """Batches in a row that could not be sent."""
    next_at: datetime | None
    """When it is tried again, while it fails."""
    delivered_at: datetime | None
    """When a batch was taken last."""
    behind: StreamBacklog
    pruned: int
    """Entries that retention deleted before they could be sent."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "last_error": ("lastError", None),
            "failing_since": ("failingSince", instant),
            "next_at": ("nextAt", instant),
            "delivered_at": ("deliveredAt", instant),
            "behind": ("behind", nested(StreamBacklog)),
        }


class AuditStreamPage(Model):
    data: list[AuditStream]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(AuditStream))),
            "pagination": ("pagination", nested(Pagination)),
        }


class AuditStreamWithChains(Model):
    key: str
    """Key of the AuditStream."""
    name: str | None
    to: Literal["webhook", "splunk", "syslog"] | str
    state: Literal["active", "failing", "error", "disabled"] | str
    """`failing`: the last batch could not be sent, and is tried again. `error`: none could for 7
    days; it is still tried once an hour, and nothing is lost.
    """
    last_error: str | None
    """Why the last batch could not be sent; null: it was."""
    failing_since: datetime | None
    failures: int
    """Batches in a row that could not be sent."""
    next_at: datetime | None
    """When it is tried again, while it fails."""
    delivered_at: datetime | None
    """When a batch was taken last."""
    behind: StreamBacklog
    pruned: int
    """Entries that retention deleted before they could be sent."""
    chains: list[StreamedChain]
    """The 1,000 that are furthest behind."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "last_error": ("lastError", None),
            "failing_since": ("failingSince", instant),
            "next_at": ("nextAt", instant),
            "delivered_at": ("deliveredAt", instant),
            "behind": ("behind", nested(StreamBacklog)),
            "chains": ("chains", list_of(nested(StreamedChain))),
        }


class ChainList(Model):
    version: Literal[1]
    project: str
    environment: str
    at: datetime
    """When it was made."""
    filter: dict[str, Any]
    """What was asked for."""
    chains: list[ListedChain]
    """By tenant; first that of the environment itself."""
    key: str | None
    """The public key that signed it; null: the server has none."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "at": ("at", instant),
            "chains": ("chains", list_of(nested(ListedChain))),
        }


class Checkpoint(Model):
    size: int
    """Sequence of the last entry that it covers."""
    note: str
    """The checkpoint itself: a signed note of C2SP."""
    signed_at: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "signed_at": ("signedAt", instant),
        }


class CheckpointPart(Model):
    data: list[Checkpoint]
    has_more: bool
    next_cursor: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(Checkpoint))),
            "has_more": ("hasMore", None),
            "next_cursor": ("nextCursor", None),
        }


class DecidedAbout(Model):
    """Whom it was about. Absent: whoever asked."""

    type: str
    id: str


class DigestOfChanges(Model):
    """Stands for a value that is too large for an entry."""

    digest: str | None
    bytes: int | None
    revision: int | None


class EntryActor(Model):
    type: str
    id: str
    name: str | None
    email: str | None
    ip: str | None
    invalid_ip: str | None
    """What was reported as `ip` and is no address."""
    user_agent: str | None
    location: EntryLocation | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "invalid_ip": ("invalidIp", None),
            "user_agent": ("userAgent", None),
            "location": ("location", nested(EntryLocation)),
        }


class EntryAuthentication(Model):
    mode: str | None
    key_id: str | None
    session_id: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "key_id": ("keyId", None),
            "session_id": ("sessionId", None),
        }


class EntryChange(Model):
    action: str
    resource: EntryResource
    before: Any
    after: Any

    @staticmethod
    def _fields() -> Fields:
        return {
            "resource": ("resource", nested(EntryResource)),
        }


class EntryDecision(Model):
    allowed: bool | None
    subject: DecidedAbout | None
    permission: str | None
    reason: str | None
    policy_revision: int | None
    decision_id: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "subject": ("subject", nested(DecidedAbout)),
            "policy_revision": ("policyRevision", None),
            "decision_id": ("decisionId", None),
        }


class EntryLocation(Model):
    country: str | None
    data: str | None


class EntryResource(Model):
    type: str
    id: str
    name: str | None


class ListedChain(Model):
    tenant_id: str | None
    """Null: the chain of the environment itself."""
    size: int
    """How many entries it has that are signed."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
        }


class RecordReceipt(Model):
    id: str
    """`aud_…`"""
    recorded_at: datetime
    duplicate: bool
    """Whether it had been recorded before, under the same key."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "recorded_at": ("recordedAt", instant),
        }


class SignedChainList(Model):
    chains: ChainList
    signature: str
    """A line of a signed note over the canonical JSON of `chains`; empty where nobody can sign."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "chains": ("chains", nested(ChainList)),
        }


class SigningKey(Model):
    id: str
    """Eight hexadecimal digits, which stand in every signature."""
    key: str
    """The public key as signed notes write it, for `dream audit verify --key`."""
    created_at: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "created_at": ("createdAt", instant),
        }


class SigningKeyPage(Model):
    data: list[SigningKey]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(SigningKey))),
            "pagination": ("pagination", nested(Pagination)),
        }


class StreamBacklog(Model):
    """What has been sealed and not been sent yet."""

    entries: int
    seconds: float
    """Age of the oldest of them."""


class StreamedChain(Model):
    tenant: str | None
    """Null: of the environment itself."""
    sequence: int
    """Of the last entry that was sent, or that the filter left out."""
    size: int
    """Of the newest entry of the chain."""
    checkpoint: int
    """Size of the chain as the last checkpoint says that was sent."""
    pruned: int
