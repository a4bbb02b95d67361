"""What the resources of ``Dream`` are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .byte_stream import ByteStream
from .call import answer_of
from .connection import Connection
from .decoded import value_of
from .event_stream import EventStream
from .model import Model
from .omit import OMIT
from .operation import Operation
from .options import CallOptions
from .paged import Paged
from .paging import Follow, next_page, next_part
from .prepared import Prepared
from .sync_run import run

if TYPE_CHECKING:
    from .sync_transport import SyncTransport

T = TypeVar("T")
PageT = TypeVar("PageT", bound=Model)


class ResourceBase:
    """Operations whose ids begin alike. The generated code has one method for each."""

    def __init__(self, connection: Connection[SyncTransport]) -> None:
        self._connection = connection

    def recording(self) -> tuple[ResourceBase, Connection[SyncTransport]]:
        """The same resource on a connection that writes down how its calls went."""
        connection = self._connection.recording()
        return type(self)(connection), connection

    def _call(
        self,
        operation: Operation,
        decode: Callable[[Any], T],
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
    ) -> T:
        connection = self._connection
        prepared = Prepared(
            connection.settings, operation, path=path, query=query, body=body, options=options
        )
        program = answer_of(prepared, may_be_unchanged=True)
        answered = run(program, connection.transport)
        if connection.record is not None:
            connection.record.append(answered)
        return value_of(answered.answer, decode)

    def _pages(
        self,
        operation: Operation,
        page: type[PageT],
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
    ) -> Paged[PageT, Any]:
        return self._paged(operation, page, next_page, path, query, body, options)

    def _parts(
        self,
        operation: Operation,
        part: type[PageT],
        *,
        cursor: str = "cursor",
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
    ) -> Paged[PageT, Any]:
        return self._paged(operation, part, next_part(cursor), path, query, body, options)

    def _paged(
        self,
        operation: Operation,
        kind: type[PageT],
        follow: Follow,
        path: Mapping[str, Any] | None,
        query: Mapping[str, Any] | None,
        body: Any,
        options: CallOptions | None,
    ) -> Paged[PageT, Any]:
        connection = self._connection
        prepared = Prepared(
            connection.settings, operation, path=path, query=query, body=body, options=options
        )
        return Paged(connection, prepared, kind, follow)

    def _events(
        self,
        operation: Operation,
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
    ) -> EventStream:
        connection = self._connection
        accept = "text/event-stream"
        prepared = Prepared(
            connection.settings,
            operation,
            path=path,
            query=query,
            body=body,
            options=options,
            accept=accept,
        )
        return EventStream(connection, prepared)

    def _bytes(
        self,
        operation: Operation,
        accept: str,
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
    ) -> ByteStream:
        connection = self._connection
        prepared = Prepared(
            connection.settings,
            operation,
            path=path,
            query=query,
            body=body,
            options=options,
            accept=accept,
        )
        return ByteStream(connection, prepared)
