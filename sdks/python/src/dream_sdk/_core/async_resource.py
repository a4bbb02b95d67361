"""What the resources of ``AsyncDream`` are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .async_byte_stream import AsyncByteStream
from .async_event_stream import AsyncEventStream
from .async_paged import AsyncPaged
from .async_run import run
from .call import answer_of
from .connection import Connection
from .decoded import value_of
from .model import Model
from .omit import OMIT
from .operation import Operation
from .options import CallOptions
from .paging import Follow, next_page, next_part
from .prepared import Prepared

if TYPE_CHECKING:
    from .async_transport import AsyncTransport

T = TypeVar("T")
PageT = TypeVar("PageT", bound=Model)


class AsyncResourceBase:
    """Operations whose ids begin alike. The generated code has one method for each."""

    def __init__(self, connection: Connection[AsyncTransport]) -> None:
        self._connection = connection

    def recording(self) -> tuple[AsyncResourceBase, Connection[AsyncTransport]]:
        """The same resource on a connection that writes down how its calls went."""
        connection = self._connection.recording()
        return type(self)(connection), connection

    async def _call(
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
        answered = await run(program, connection.transport)
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
    ) -> AsyncPaged[PageT, Any]:
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
    ) -> AsyncPaged[PageT, Any]:
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
    ) -> AsyncPaged[PageT, Any]:
        connection = self._connection
        prepared = Prepared(
            connection.settings, operation, path=path, query=query, body=body, options=options
        )
        return AsyncPaged(connection, prepared, kind, follow)

    def _events(
        self,
        operation: Operation,
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncEventStream:
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
        return AsyncEventStream(connection, prepared)

    def _bytes(
        self,
        operation: Operation,
        accept: str,
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncByteStream:
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
        return AsyncByteStream(connection, prepared)
