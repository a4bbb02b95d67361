# Written by dream generate sdk; do not edit.
"""``client.events``"""

from __future__ import annotations

from .._core.async_event_stream import AsyncEventStream
from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.event_stream import EventStream
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types._events import DreamEvent, event_of
from ..types.events import EventPart

_EVENTS_GET = Operation("events.get", "GET", "/v1/events/{id}", is_about_tenant=True)
_EVENTS_LIST = Operation("events.list", "GET", "/v1/events", is_about_tenant=True)
_EVENTS_STREAM = Operation("events.stream", "GET", "/v1/events/stream", is_about_tenant=True)


class EventsResource(ResourceBase):
    """Everything that has happened in an environment, as a list and as a stream."""

    def get(self, id: str, *, options: CallOptions | None = None) -> DreamEvent:
        """Get one event.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``events/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(_EVENTS_GET, event_of, path={"id": id}, options=options)

    def list(
        self,
        *,
        after: str | None = None,
        types: str | None = None,
        since: str | None = None,
        limit: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[EventPart, DreamEvent]:
        """List what has happened, oldest first.

        Events are kept for 90 days. Ask again with `after` set to the last `nextCursor`:
        every event comes once, and none is left out, however many are written at the same
        time. `nextCursor` is there at the end too, to go on from later; a part without events
        may say that there is more. With a tenant, only its own events.

        Args:
            after: `nextCursor` of the part before, or the id of the last event seen. Absent:
                from the oldest that is kept.
            types: Types of events, separated by commas, where `*` stands for any text:
                `flag.*,tenant.created`.
            since: Only what has happened since: a date or an instant of RFC 3339. Not
                together with `after`.
            limit: Entries in the answer. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``events/unknown-cursor``,
                ``events/unreadable-date``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _EVENTS_LIST,
            EventPart,
            cursor="after",
            query={"after": after, "types": types, "since": since, "limit": limit},
            options=options,
        )

    def stream(
        self,
        *,
        after: str | None = None,
        types: str | None = None,
        since: str | None = None,
        tenant: str | None = None,
        options: CallOptions | None = None,
    ) -> EventStream:
        """Follow what happens.

        Server-sent events, each with the type of the event as its name and a cursor as its
        id. Without `after`, `since` or `Last-Event-ID` it begins with what happens from now
        on. Whoever comes back with `Last-Event-ID` misses nothing that is still kept.

        Args:
            after: `nextCursor` of the part before, or the id of the last event seen. Absent:
                from the oldest that is kept.
            types: Types of events, separated by commas, where `*` stands for any text:
                `flag.*,tenant.created`.
            since: Only what has happened since: a date or an instant of RFC 3339. Not
                together with `after`.
            tenant: Only events of this tenant, as with `X-Tenant-ID`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``events/tenant-mismatch``,
                ``events/unknown-cursor``, ``events/unreadable-date``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._events(
            _EVENTS_STREAM,
            query={"after": after, "types": types, "since": since, "tenant": tenant},
            options=options,
        )


class AsyncEventsResource(AsyncResourceBase):
    """Everything that has happened in an environment, as a list and as a stream."""

    async def get(self, id: str, *, options: CallOptions | None = None) -> DreamEvent:
        """Get one event.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``events/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(_EVENTS_GET, event_of, path={"id": id}, options=options)

    def list(
        self,
        *,
        after: str | None = None,
        types: str | None = None,
        since: str | None = None,
        limit: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[EventPart, DreamEvent]:
        """List what has happened, oldest first.

        Events are kept for 90 days. Ask again with `after` set to the last `nextCursor`:
        every event comes once, and none is left out, however many are written at the same
        time. `nextCursor` is there at the end too, to go on from later; a part without events
        may say that there is more. With a tenant, only its own events.

        Args:
            after: `nextCursor` of the part before, or the id of the last event seen. Absent:
                from the oldest that is kept.
            types: Types of events, separated by commas, where `*` stands for any text:
                `flag.*,tenant.created`.
            since: Only what has happened since: a date or an instant of RFC 3339. Not
                together with `after`.
            limit: Entries in the answer. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``events/unknown-cursor``,
                ``events/unreadable-date``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _EVENTS_LIST,
            EventPart,
            cursor="after",
            query={"after": after, "types": types, "since": since, "limit": limit},
            options=options,
        )

    def stream(
        self,
        *,
        after: str | None = None,
        types: str | None = None,
        since: str | None = None,
        tenant: str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncEventStream:
        """Follow what happens.

        Server-sent events, each with the type of the event as its name and a cursor as its
        id. Without `after`, `since` or `Last-Event-ID` it begins with what happens from now
        on. Whoever comes back with `Last-Event-ID` misses nothing that is still kept.

        Args:
            after: `nextCursor` of the part before, or the id of the last event seen. Absent:
                from the oldest that is kept.
            types: Types of events, separated by commas, where `*` stands for any text:
                `flag.*,tenant.created`.
            since: Only what has happened since: a date or an instant of RFC 3339. Not
                together with `after`.
            tenant: Only events of this tenant, as with `X-Tenant-ID`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``events/tenant-mismatch``,
                ``events/unknown-cursor``, ``events/unreadable-date``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._events(
            _EVENTS_STREAM,
            query={"after": after, "types": types, "since": since, "tenant": tenant},
            options=options,
        )
