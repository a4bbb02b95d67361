"""A document that is awaited as it comes."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from types import TracebackType
from typing import TYPE_CHECKING
from weakref import ref

from .async_run import iterate
from .connection import Connection
from .leaving import Leaving
from .prepared import Prepared
from .streaming import bytes_of

if TYPE_CHECKING:
    from .async_transport import AsyncTransport


class AsyncByteStream:
    """The bytes of a document, in pieces by iterating, or as a whole. It can be read once more,
    by asking for it again."""

    def __init__(self, connection: Connection[AsyncTransport], prepared: Prepared) -> None:
        self._connection = connection
        self._prepared = prepared
        self._pieces: ref[AsyncGenerator[bytes, None]] | None = None
        self._leaving: Leaving | None = None

    def __aiter__(self) -> AsyncGenerator[bytes, None]:
        leaving = Leaving(self._prepared.signal)
        program = bytes_of(self._prepared.until(leaving.signal))
        pieces = leaving.until_left_async(iterate(program, self._connection.transport))
        self._leaving = leaving
        # Not kept alive from here: a loop that is left lets go of it, which closes its connection.
        self._pieces = ref(pieces)
        return pieces

    async def read(self) -> bytes:
        """All of it."""
        body = bytearray()
        try:
            async for piece in self:
                body += piece
                del piece
        except BaseException:
            # Reports of errors may show it.
            body.clear()
            raise
        return bytes(body)

    async def text(self) -> str:
        """All of it, as the text it is in UTF-8."""
        return (await self.read()).decode("utf-8", "replace")

    async def __aenter__(self) -> AsyncByteStream:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends the iteration and its connection."""
        pieces = None if self._pieces is None else self._pieces()
        if self._leaving is not None:
            self._leaving.leave()
        if pieces is None:
            return
        try:
            await pieces.aclose()
        except RuntimeError:
            # Another task waits in it, and finds its end.
            return
