# Written by dream generate sdk; do not edit.
"""``client.audit``"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from .._core.async_byte_stream import AsyncByteStream
from .._core.async_resource import AsyncResourceBase
from .._core.byte_stream import ByteStream
from .._core.encoding import body_of
from .._core.omit import OMIT
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.resource import ResourceBase
from ..types.audit import AuditRecordManyResult, AuditRestoreResult, RecordReceipt

if TYPE_CHECKING:
    from ..params.audit import NewAuditEntryParam, RecordedActorParam, RecordedResourceParam
    from .audit_archives import AsyncAuditArchivesResource, AuditArchivesResource
    from .audit_chains import AsyncAuditChainsResource, AuditChainsResource
    from .audit_checkpoints import AsyncAuditCheckpointsResource, AuditCheckpointsResource
    from .audit_entries import AsyncAuditEntriesResource, AuditEntriesResource
    from .audit_keys import AsyncAuditKeysResource, AuditKeysResource
    from .audit_personal import AsyncAuditPersonalResource, AuditPersonalResource
    from .audit_streams import AsyncAuditStreamsResource, AuditStreamsResource

_AUDIT_EXPORT = Operation("audit.export", "GET", "/v1/audit/export", is_about_tenant=True)
_AUDIT_RECORD = Operation(
    "audit.record",
    "POST",
    "/v1/audit/entries",
    is_mutation=True,
    is_about_tenant=True,
)
_AUDIT_RECORD_MANY = Operation(
    "audit.recordMany",
    "POST",
    "/v1/audit/entries/batch",
    is_mutation=True,
    is_about_tenant=True,
)
_AUDIT_RESTORE = Operation("audit.restore", "POST", "/v1/audit/restored", is_mutation=True)


class AuditResource(ResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    @cached_property
    def archives(self) -> AuditArchivesResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_archives import AuditArchivesResource

        return AuditArchivesResource(self._connection)

    @cached_property
    def chains(self) -> AuditChainsResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_chains import AuditChainsResource

        return AuditChainsResource(self._connection)

    @cached_property
    def checkpoints(self) -> AuditCheckpointsResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_checkpoints import AuditCheckpointsResource

        return AuditCheckpointsResource(self._connection)

    @cached_property
    def entries(self) -> AuditEntriesResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_entries import AuditEntriesResource

        return AuditEntriesResource(self._connection)

    @cached_property
    def keys(self) -> AuditKeysResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_keys import AuditKeysResource

        return AuditKeysResource(self._connection)

    @cached_property
    def personal(self) -> AuditPersonalResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_personal import AuditPersonalResource

        return AuditPersonalResource(self._connection)

    @cached_property
    def streams(self) -> AuditStreamsResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_streams import AuditStreamsResource

        return AuditStreamsResource(self._connection)

    def export(
        self,
        *,
        format: Literal["ndjson", "csv", "cef", "syslog", "ocsf"] | str | None = None,
        tenant: str | None = None,
        after: int | None = None,
        arrived: int | None = None,
        arrived_hash: str | None = None,
        personal: bool | None = None,
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
    ) -> ByteStream:
        """Export audit entries.

        Streams the sealed entries of one chain, oldest first, as far as it goes at this
        moment: of the tenant, or of the environment itself where none is named. An answer
        that was cut off has no manifest at its end; it is gone on with by the same request,
        `arrived` and `arrivedHash`.

        Args:
            format: Default: ``"ndjson"``.
            tenant: Entries of this tenant, as with `X-Tenant-ID`. Neither: those of the
                environment itself, which are about no tenant.
            after: Only what stands behind the entry of this sequence. Default: ``0``.
            arrived: Sequence of the last entry that arrived whole, before the same export was
                cut off. What came before is not sent again; the manifest is of all. Default:
                ``0``.
            arrived_hash: Hash of all that arrived up to the line of `arrived`, its end
                included. Where this export begins otherwise it is refused, and nothing is
                sent.
            personal: NDJSON only: with what is kept apart from entries because it is
                personal. Default: ``False``.
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
            PlatformError: With the code ``audit/other-beginning``, ``audit/span-reversed``,
                ``audit/tenant-mismatch``, ``audit/unknown-tenant``,
                ``audit/unreadable-place``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._bytes(
            _AUDIT_EXPORT,
            "application/x-ndjson, text/csv, text/plain",
            query={
                "format": format,
                "tenant": tenant,
                "after": after,
                "arrived": arrived,
                "arrivedHash": arrived_hash,
                "personal": personal,
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

    def record(
        self,
        *,
        action: str,
        actor: RecordedActorParam,
        outcome: Literal["success", "failure", "denied"] | str | None = None,
        resource: RecordedResourceParam | None = None,
        tenant_id: str | None = None,
        before: Any = OMIT,
        after: Any = OMIT,
        reason: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        personal: Mapping[str, Any] | None = None,
        timestamp: datetime | str | None = None,
        key: str | None = None,
        options: CallOptions | None = None,
    ) -> RecordReceipt:
        """Record an entry.

        Answered when it lasts. It is sealed into the chain of its tenant within a second.

        Args:
            action: What was done: `document.exported`.
            outcome: Default: ``"success"``.
            tenant_id: Whose record it belongs into. May stand in `X-Tenant-ID` instead; in
                neither, it is of the environment as a whole.
            before: What it was, where something changed.
            after: What it is now.
            reason: Why it failed or was denied.
            metadata: Whatever else belongs to it. Filters and alert rules find it.
            personal: What tells of a person and may have to be forgotten. The entry only
                commits to it; it can be erased, and the chain stays whole.
            timestamp: When it happened. Absent: now.
            key: Of your own. What comes again under the same key, within 30 days, is the same
                entry.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/impossible-timestamp``, ``audit/key-reused``,
                ``audit/retention-only``, ``audit/tenant-mismatch``, ``audit/unknown-tenant``,
                or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _AUDIT_RECORD,
            RecordReceipt,
            body=body_of(
                {
                    "action": action,
                    "outcome": outcome,
                    "actor": actor,
                    "resource": resource,
                    "tenantId": tenant_id,
                    "before": before,
                    "after": after,
                    "reason": reason,
                    "metadata": metadata,
                    "personal": personal,
                    "timestamp": timestamp,
                    "key": key,
                },
                null=("before", "after"),
            ),
            options=options,
        )

    def record_many(
        self,
        *,
        entries: Sequence[NewAuditEntryParam],
        options: CallOptions | None = None,
    ) -> AuditRecordManyResult:
        """Record up to 1,000 entries, all or none of them.

        Answered when they last, in their order.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/impossible-timestamp``, ``audit/key-reused``,
                ``audit/retention-only``, ``audit/tenant-mismatch``, ``audit/unknown-tenant``,
                or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _AUDIT_RECORD_MANY,
            AuditRecordManyResult,
            body=body_of({"entries": entries}),
            options=options,
        )

    def restore(
        self,
        *,
        until: datetime | str,
        lines: Sequence[str],
        tenant: str | None = None,
        options: CallOptions | None = None,
    ) -> AuditRestoreResult:
        """Give entries of an archive back for a while.

        Each line is held against the tree of its chain, which outlives the entries: what is
        not exactly what was taken out is refused. What was given back already is given back
        until the moment said now, later or sooner; what was never taken out stays as it is. A
        request that names a tenant gives entries of its chain back, and of no other.

        Args:
            tenant: Whose chain. Absent: that of the environment.
            until: When they are taken away again, in 366 days at most.
            lines: Lines of the archive, without its manifest.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/not-of-this-chain``,
                ``audit/tenant-mismatch``, ``audit/until-past``, ``audit/until-too-late``, or
                one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _AUDIT_RESTORE,
            AuditRestoreResult,
            body=body_of({"tenant": tenant, "until": until, "lines": lines}),
            options=options,
        )


class AsyncAuditResource(AsyncResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    @cached_property
    def archives(self) -> AsyncAuditArchivesResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_archives import AsyncAuditArchivesResource

        return AsyncAuditArchivesResource(self._connection)

    @cached_property
    def chains(self) -> AsyncAuditChainsResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_chains import AsyncAuditChainsResource

        return AsyncAuditChainsResource(self._connection)

    @cached_property
    def checkpoints(self) -> AsyncAuditCheckpointsResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_checkpoints import AsyncAuditCheckpointsResource

        return AsyncAuditCheckpointsResource(self._connection)

    @cached_property
    def entries(self) -> AsyncAuditEntriesResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_entries import AsyncAuditEntriesResource

        return AsyncAuditEntriesResource(self._connection)

    @cached_property
    def keys(self) -> AsyncAuditKeysResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_keys import AsyncAuditKeysResource

        return AsyncAuditKeysResource(self._connection)

    @cached_property
    def personal(self) -> AsyncAuditPersonalResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_personal import AsyncAuditPersonalResource

        return AsyncAuditPersonalResource(self._connection)

    @cached_property
    def streams(self) -> AsyncAuditStreamsResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .audit_streams import AsyncAuditStreamsResource

        return AsyncAuditStreamsResource(self._connection)

    def export(
        self,
        *,
        format: Literal["ndjson", "csv", "cef", "syslog", "ocsf"] | str | None = None,
        tenant: str | None = None,
        after: int | None = None,
        arrived: int | None = None,
        arrived_hash: str | None = None,
        personal: bool | None = None,
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
    ) -> AsyncByteStream:
        """Export audit entries.

        Streams the sealed entries of one chain, oldest first, as far as it goes at this
        moment: of the tenant, or of the environment itself where none is named. An answer
        that was cut off has no manifest at its end; it is gone on with by the same request,
        `arrived` and `arrivedHash`.

        Args:
            format: Default: ``"ndjson"``.
            tenant: Entries of this tenant, as with `X-Tenant-ID`. Neither: those of the
                environment itself, which are about no tenant.
            after: Only what stands behind the entry of this sequence. Default: ``0``.
            arrived: Sequence of the last entry that arrived whole, before the same export was
                cut off. What came before is not sent again; the manifest is of all. Default:
                ``0``.
            arrived_hash: Hash of all that arrived up to the line of `arrived`, its end
                included. Where this export begins otherwise it is refused, and nothing is
                sent.
            personal: NDJSON only: with what is kept apart from entries because it is
                personal. Default: ``False``.
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
            PlatformError: With the code ``audit/other-beginning``, ``audit/span-reversed``,
                ``audit/tenant-mismatch``, ``audit/unknown-tenant``,
                ``audit/unreadable-place``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._bytes(
            _AUDIT_EXPORT,
            "application/x-ndjson, text/csv, text/plain",
            query={
                "format": format,
                "tenant": tenant,
                "after": after,
                "arrived": arrived,
                "arrivedHash": arrived_hash,
                "personal": personal,
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

    async def record(
        self,
        *,
        action: str,
        actor: RecordedActorParam,
        outcome: Literal["success", "failure", "denied"] | str | None = None,
        resource: RecordedResourceParam | None = None,
        tenant_id: str | None = None,
        before: Any = OMIT,
        after: Any = OMIT,
        reason: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        personal: Mapping[str, Any] | None = None,
        timestamp: datetime | str | None = None,
        key: str | None = None,
        options: CallOptions | None = None,
    ) -> RecordReceipt:
        """Record an entry.

        Answered when it lasts. It is sealed into the chain of its tenant within a second.

        Args:
            action: What was done: `document.exported`.
            outcome: Default: ``"success"``.
            tenant_id: Whose record it belongs into. May stand in `X-Tenant-ID` instead; in
                neither, it is of the environment as a whole.
            before: What it was, where something changed.
            after: What it is now.
            reason: Why it failed or was denied.
            metadata: Whatever else belongs to it. Filters and alert rules find it.
            personal: What tells of a person and may have to be forgotten. The entry only
                commits to it; it can be erased, and the chain stays whole.
            timestamp: When it happened. Absent: now.
            key: Of your own. What comes again under the same key, within 30 days, is the same
                entry.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/impossible-timestamp``, ``audit/key-reused``,
                ``audit/retention-only``, ``audit/tenant-mismatch``, ``audit/unknown-tenant``,
                or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _AUDIT_RECORD,
            RecordReceipt,
            body=body_of(
                {
                    "action": action,
                    "outcome": outcome,
                    "actor": actor,
                    "resource": resource,
                    "tenantId": tenant_id,
                    "before": before,
                    "after": after,
                    "reason": reason,
                    "metadata": metadata,
                    "personal": personal,
                    "timestamp": timestamp,
                    "key": key,
                },
                null=("before", "after"),
            ),
            options=options,
        )

    async def record_many(
        self,
        *,
        entries: Sequence[NewAuditEntryParam],
        options: CallOptions | None = None,
    ) -> AuditRecordManyResult:
        """Record up to 1,000 entries, all or none of them.

        Answered when they last, in their order.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/impossible-timestamp``, ``audit/key-reused``,
                ``audit/retention-only``, ``audit/tenant-mismatch``, ``audit/unknown-tenant``,
                or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _AUDIT_RECORD_MANY,
            AuditRecordManyResult,
            body=body_of({"entries": entries}),
            options=options,
        )

    async def restore(
        self,
        *,
        until: datetime | str,
        lines: Sequence[str],
        tenant: str | None = None,
        options: CallOptions | None = None,
    ) -> AuditRestoreResult:
        """Give entries of an archive back for a while.

        Each line is held against the tree of its chain, which outlives the entries: what is
        not exactly what was taken out is refused. What was given back already is given back
        until the moment said now, later or sooner; what was never taken out stays as it is. A
        request that names a tenant gives entries of its chain back, and of no other.

        Args:
            tenant: Whose chain. Absent: that of the environment.
            until: When they are taken away again, in 366 days at most.
            lines: Lines of the archive, without its manifest.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/not-of-this-chain``,
                ``audit/tenant-mismatch``, ``audit/until-past``, ``audit/until-too-late``, or
                one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _AUDIT_RESTORE,
            AuditRestoreResult,
            body=body_of({"tenant": tenant, "until": until, "lines": lines}),
            options=options,
        )
