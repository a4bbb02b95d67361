"""What ``AsyncDream`` is made of, besides its resources."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from .client_base import ClientBase
from .connection import Connection, async_transport
from .settings import Settings

if TYPE_CHECKING:
    from .decoded import RawAnswer

P = ParamSpec("P")
T = TypeVar("T")
SelfT = TypeVar("SelfT", bound="AsyncClient")


class AsyncClient(ClientBase):
    """A client whose methods are awaited. The tasks of a loop may share it."""

    @staticmethod
    def _connected(settings: Settings, http_client: Any) -> Connection[Any]:
        if http_client is None:
            return Connection(settings, async_transport)
        from .async_httpx_transport import over_httpx

        return Connection(settings, over_httpx(http_client))

    async def raw(
        self, method: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> RawAnswer[T]:
        """Calls a method of a resource, and gives its value with the answer it came in.

        ``(await client.raw(client.tenants.get, "acme")).request_id``

        Args:
            method: The method, not called yet. It goes by the settings of its own client.
            *args: What it is called with.
            **kwargs: What it is called with.
        """
        from .async_resource import AsyncResourceBase
        from .raw_call import answered_with, recording_method

        call, connection = recording_method(method, AsyncResourceBase)
        value = call(*args, **kwargs)
        if hasattr(value, "first_raw"):
            answer: RawAnswer[T] = await value.first_raw()
            return answer
        return answered_with(await value, connection)

    async def close(self) -> None:
        """Closes the connections. The client opens new ones when it is used again."""
        self._connection.close()

    async def __aenter__(self: SelfT) -> SelfT:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()
