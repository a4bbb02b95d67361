"""What is needed of clients of httpx, which are the application's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol


class HttpxClient(Protocol):
    """What is needed of an ``httpx.Client``."""

    @property
    def send(self) -> Callable[..., Any]: ...

    def close(self) -> None: ...


class AsyncHttpxClient(Protocol):
    """What is needed of an ``httpx.AsyncClient``."""

    @property
    def send(self) -> Callable[..., Any]: ...

    async def aclose(self) -> None: ...
