"""What ``Dream`` is made of, besides its resources."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, overload

from .client_base import ClientBase
from .connection import Connection, sync_transport
from .settings import Settings

if TYPE_CHECKING:
    from .decoded import RawAnswer
    from .model import Model
    from .paged import Paged

P = ParamSpec("P")
T = TypeVar("T")
PageT = TypeVar("PageT", bound="Model")
SelfT = TypeVar("SelfT", bound="SyncClient")


class SyncClient(ClientBase):
    """A client whose methods give what the server answered. Threads may share it."""

    @staticmethod
    def _connected(settings: Settings, http_client: Any) -> Connection[Any]:
        if http_client is None:
            return Connection(settings, sync_transport)
        from .httpx_transport import over_httpx

        return Connection(settings, over_httpx(http_client))

    @overload
    def raw(
        self, method: Callable[P, Paged[PageT, Any]], *args: P.args, **kwargs: P.kwargs
    ) -> RawAnswer[PageT]: ...
    @overload
    def raw(self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> RawAnswer[T]: ...
    def raw(self, method: Callable[..., Any], *args: Any, **kwargs: Any) -> RawAnswer[Any]:
        """Calls a method of a resource, and gives its value with the answer it came in.

        ``client.raw(client.tenants.get, "acme").request_id``

        Args:
            method: The method, not called yet. It goes by the settings of its own client.
            *args: What it is called with.
            **kwargs: What it is called with.
        """
        from .raw_call import answered_with, recording_method
        from .resource import ResourceBase

        call, connection = recording_method(method, ResourceBase)
        value = call(*args, **kwargs)
        if hasattr(value, "first_raw"):
            answer: RawAnswer[Any] = value.first_raw()
            return answer
        return answered_with(value, connection)

    def close(self) -> None:
        """Closes the connections. The client opens new ones when it is used again."""
        self._connection.close()

    def __enter__(self: SelfT) -> SelfT:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
