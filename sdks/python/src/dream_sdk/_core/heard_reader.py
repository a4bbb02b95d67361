"""The bytes of a connection of ``asyncio``, as far as they came."""

from __future__ import annotations

import asyncio
from typing import Any


class HeardReader(asyncio.StreamReader):
    """Gives what the server said before the connection broke. The library's own would forget it."""

    def __init__(self, *, limit: int, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(limit=limit, loop=loop)
        self._broken: OSError | None = None

    def set_exception(self, exc: Exception) -> None:
        """Told by the library how the connection was lost."""
        if isinstance(exc, OSError):
            self._broken = exc
            self.feed_eof()
        else:
            super().set_exception(exc)

    async def readuntil(self, separator: Any = b"\n") -> bytes:
        try:
            return await super().readuntil(separator)
        except asyncio.IncompleteReadError:
            self._raise_broken()
            raise

    async def read(self, n: int = -1) -> bytes:
        octets = await super().read(n)
        if not octets:
            self._raise_broken()
        return octets

    def _raise_broken(self) -> None:
        if self._broken is not None:
            raise self._broken
