# Written by dream generate sdk; do not edit.
"""``client.audit.entries``"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._core.async_event_stream import AsyncEventStream
from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.event_stream import EventStream
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.audit import AuditEntry, AuditEntryPart, AuditEntryWithPayload

_AUDIT_ENTRIES_FEED = Operation(
    "audit.entries.feed",
    "GET",
    "/v1/audit/entries/feed",
    is_about_tenant=True,
)
_AUDIT_ENTRIES_GET = Operation(
    "audit.entries.get",
    "GET",
    "/v1/audit/entries/{id}",
    is_about_tenant=True,
)
_AUDIT_ENTRIES_LIST = Operation(
    "audit.entries.list",
    "GET",
    "/v1/audit/entries",
    is_about_tenant=True,
)
_AUDIT_ENTRIES_STREAM = Operation(
    "audit.entries.stream",
    "GET",
    "/v1/audit/entries/stream",
    is_about_tenant=True,
)


class AuditEntriesResource(ResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    def feed(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
        actor: str | None = None,
        action: str | None = None,
        resource_type: str | None = None,
        resource: str | None = None,
        ip: str | None = None,
        outcome: Literal["success", "failure", "denied"] | str | None = None,
        request_id: str | None = None,
        options: CallOptions | None = None,
    ) -> Paged[AuditEntryPart, AuditEntry]:
        """Follow audit entries, oldest first.

        Without `after`, no entries but a `nextCursor` that stands behind all there are, or
        where a transaction is under way behind what was written before it began. Ask again
        with `after` set to the last `nextCursor`: every entry written since comes once, and
        none is left out, however many are written at the same time; those of a transaction
        under way come when it has ended, and what was written after them waits for that.
        `nextCursor` is there at the end too, to go on from later; a part without entries may
        say that there is more. With `X-Tenant-ID`, those of one tenant; without, those of the
        environment and all its tenants.

        Args:
            after: `nextCursor` of the part before. Absent: begin with what is written from
                now on.
            limit: Entries in the answer. Default: ``50``.
            since: Written at this moment or later.
            until: Written before this moment.
            actor: Id of who did it.
            action: One action, or several: `*` stands for any text, as in `user.*`.
            resource_type: Type of what the entry is about, such as `user`.
            resource: Id of what the entry is about, or of anything it changed besides.
            ip: The address that the request came from, however it is written.
            request_id: The request by which it happened.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/span-reversed``, ``audit/unreadable-place``,
                or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _AUDIT_ENTRIES_FEED,
            AuditEntryPart,
            cursor="after",
            query={
                "after": after,
                "limit": limit,
                "since": since,
                "until": until,
                "actor": actor,
                "action": action,
                "resourceType": resource_type,
                "resource": resource,
                "ip": ip,
                "outcome": outcome,
                "requestId": request_id,
            },
            options=options,
        )

    def get(self, id: str, *, options: CallOptions | None = None) -> AuditEntryWithPayload:
        """Get an audit entry.

        Together with what is kept apart from it because it is personal, unless that was
        erased.

        Args:
            id: `aud_…`
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/entry-not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _AUDIT_ENTRIES_GET,
            AuditEntryWithPayload,
            path={"id": id},
            options=options,
        )

    def list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
        actor: str | None = None,
        action: str | None = None,
        resource_type: str | None = None,
        resource: str | None = None,
        ip: str | None = None,
        outcome: Literal["success", "failure", "denied"] | str | None = None,
        request_id: str | None = None,
        options: CallOptions | None = None,
    ) -> Paged[AuditEntryPart, AuditEntry]:
        """Search audit entries, newest first.

        Who did what to what, when, from where, and what came of it. With `X-Tenant-ID`, those
        of one tenant; without, those of the environment and all its tenants.

        Args:
            cursor: `nextCursor` of the part before; absent for the first.
            limit: Entries in the answer. Default: ``50``.
            since: Written at this moment or later.
            until: Written before this moment.
            actor: Id of who did it.
            action: One action, or several: `*` stands for any text, as in `user.*`.
            resource_type: Type of what the entry is about, such as `user`.
            resource: Id of what the entry is about, or of anything it changed besides.
            ip: The address that the request came from, however it is written.
            request_id: The request by which it happened.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/span-reversed``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _AUDIT_ENTRIES_LIST,
            AuditEntryPart,
            query={
                "cursor": cursor,
                "limit": limit,
                "since": since,
                "until": until,
                "actor": actor,
                "action": action,
                "resourceType": resource_type,
                "resource": resource,
                "ip": ip,
                "outcome": outcome,
                "requestId": request_id,
            },
            options=options,
        )

    def stream(
        self,
        *,
        tenant: str | None = None,
        after: int | None = None,
        options: CallOptions | None = None,
    ) -> EventStream:
        """Follow the audit entries of a chain.

        Server-sent events `entry`, each with the line that exports have and its sequence as
        its id, in the order of the chain and without gaps. Whoever comes back with
        `Last-Event-ID` misses nothing; where entries have been deleted by then, an event
        `pruned` says which. Without `after` or `Last-Event-ID` it begins with what is sealed
        from now on.

        Args:
            tenant: The chain of this tenant, as with `X-Tenant-ID`. Neither: that of the
                environment itself.
            after: Sequence of the last entry that is not wanted any more.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/tenant-mismatch``, ``audit/unknown-tenant``,
                ``audit/unreadable-place``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._events(
            _AUDIT_ENTRIES_STREAM,
            query={"tenant": tenant, "after": after},
            options=options,
        )


class AsyncAuditEntriesResource(AsyncResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    def feed(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
        actor: str | None = None,
        action: str | None = None,
        resource_type: str | None = None,
        resource: str | None = None,
        ip: str | None = None,
        outcome: Literal["success", "failure", "denied"] | str | None = None,
        request_id: str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[AuditEntryPart, AuditEntry]:
        """Follow audit entries, oldest first.

        Without `after`, no entries but a `nextCursor` that stands behind all there are, or
        where a transaction is under way behind what was written before it began. Ask again
        with `after` set to the last `nextCursor`: every entry written since comes once, and
        none is left out, however many are written at the same time; those of a transaction
        under way come when it has ended, and what was written after them waits for that.
        `nextCursor` is there at the end too, to go on from later; a part without entries may
        say that there is more. With `X-Tenant-ID`, those of one tenant; without, those of the
        environment and all its tenants.

        Args:
            after: `nextCursor` of the part before. Absent: begin with what is written from
                now on.
            limit: Entries in the answer. Default: ``50``.
            since: Written at this moment or later.
            until: Written before this moment.
            actor: Id of who did it.
            action: One action, or several: `*` stands for any text, as in `user.*`.
            resource_type: Type of what the entry is about, such as `user`.
            resource: Id of what the entry is about, or of anything it changed besides.
            ip: The address that the request came from, however it is written.
            request_id: The request by which it happened.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/span-reversed``, ``audit/unreadable-place``,
                or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _AUDIT_ENTRIES_FEED,
            AuditEntryPart,
            cursor="after",
            query={
                "after": after,
                "limit": limit,
                "since": since,
                "until": until,
                "actor": actor,
                "action": action,
                "resourceType": resource_type,
                "resource": resource,
                "ip": ip,
                "outcome": outcome,
                "requestId": request_id,
            },
            options=options,
        )

    async def get(self, id: str, *, options: CallOptions | None = None) -> AuditEntryWithPayload:
        """Get an audit entry.

        Together with what is kept apart from it because it is personal, unless that was
        erased.

        Args:
            id: `aud_…`
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/entry-not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _AUDIT_ENTRIES_GET,
            AuditEntryWithPayload,
            path={"id": id},
            options=options,
        )

    def list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
        actor: str | None = None,
        action: str | None = None,
        resource_type: str | None = None,
        resource: str | None = None,
        ip: str | None = None,
        outcome: Literal["success", "failure", "denied"] | str | None = None,
        request_id: str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[AuditEntryPart, AuditEntry]:
        """Search audit entries, newest first.

        Who did what to what, when, from where, and what came of it. With `X-Tenant-ID`, those
        of one tenant; without, those of the environment and all its tenants.

        Args:
            cursor: `nextCursor` of the part before; absent for the first.
            limit: Entries in the answer. Default: ``50``.
            since: Written at this moment or later.
            until: Written before this moment.
            actor: Id of who did it.
            action: One action, or several: `*` stands for any text, as in `user.*`.
            resource_type: Type of what the entry is about, such as `user`.
            resource: Id of what the entry is about, or of anything it changed besides.
            ip: The address that the request came from, however it is written.
            request_id: The request by which it happened.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/span-reversed``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _AUDIT_ENTRIES_LIST,
            AuditEntryPart,
            query={
                "cursor": cursor,
                "limit": limit,
                "since": since,
                "until": until,
                "actor": actor,
                "action": action,
                "resourceType": resource_type,
                "resource": resource,
                "ip": ip,
                "outcome": outcome,
                "requestId": request_id,
            },
            options=options,
        )

    def stream(
        self,
        *,
        tenant: str | None = None,
        after: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncEventStream:
        """Follow the audit entries of a chain.

        Server-sent events `entry`, each with the line that exports have and its sequence as
        its id, in the order of the chain and without gaps. Whoever comes back with
        `Last-Event-ID` misses nothing; where entries have been deleted by then, an event
        `pruned` says which. Without `after` or `Last-Event-ID` it begins with what is sealed
        from now on.

        Args:
            tenant: The chain of this tenant, as with `X-Tenant-ID`. Neither: that of the
                environment itself.
            after: Sequence of the last entry that is not wanted any more.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/tenant-mismatch``, ``audit/unknown-tenant``,
                ``audit/unreadable-place``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._events(
            _AUDIT_ENTRIES_STREAM,
            query={"tenant": tenant, "after": after},
            options=options,
        )
