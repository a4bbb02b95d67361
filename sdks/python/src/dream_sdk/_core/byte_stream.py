"""A document that is read as it comes."""

from __future__ import annotations

from collections.abc import Generator
from types import TracebackType
from typing import TYPE_CHECKING
from weakref import ref

from .connection import Connection
from .leaving import Leaving
from .prepared import Prepared
from .streaming import bytes_of
from .sync_run import iterate

if TYPE_CHECKING:
    from .sync_transport import SyncTransport


class ByteStream:
    """The bytes of a document, in pieces by iterating, or as a whole. It can be read once more,
    by asking for it again."""

    def __init__(self, connection: Connection[SyncTransport], prepared: Prepared) -> None:
        self._connection = connection
        self._prepared = prepared
        self._pieces: ref[Generator[bytes, None, None]] | None = None
        self._leaving: Leaving | None = None

    def __iter__(self) -> Generator[bytes, None, None]:
        leaving = Leaving(self._prepared.signal)
        program = bytes_of(self._prepared.until(leaving.signal))
        pieces = leaving.until_left(iterate(program, self._connection.transport))
        self._leaving = leaving
        # Not kept alive from here: a loop that is left lets go of it, which closes its connection.
        self._pieces = ref(pieces)
        return pieces

    def read(self) -> bytes:
        """All of it."""
        return b"".join(self)

    def text(self) -> str:
        """All of it, as the text it is in UTF-8."""
        return self.read().decode("utf-8", "replace")

    def __enter__(self) -> ByteStream:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the iteration and its connection, from whichever thread."""
        pieces = None if self._pieces is None else self._pieces()
        if self._leaving is not None:
            self._leaving.leave()
        if pieces is None:
            return
        try:
            pieces.close()
        except ValueError:
            # Another thread waits in it, and finds its end.
            return
