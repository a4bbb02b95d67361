"""What the resources of a client have in common: its settings, and its way to the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from .async_transport import AsyncTransport
    from .call import Answered
    from .sync_transport import SyncTransport

TransportT = TypeVar("TransportT", bound="SyncTransport | AsyncTransport")


class Connection(Generic[TransportT]):
    """The settings of a client, and its transport, which is made when it is first needed."""

    def __init__(
        self,
        settings: Settings,
        make: Callable[[str], TransportT],
        origin: Connection[TransportT] | None = None,
    ) -> None:
        self.settings = settings
        # Calls made for `raw` write down here how they went.
        self.record: list[Answered] | None = None
        self._make = make
        self._origin = origin
        self._transport: TransportT | None = None

    @property
    def transport(self) -> TransportT:
        # A client made of another one shares its connections where it goes to the same server.
        if self._origin is not None and self._origin.settings.base_url == self.settings.base_url:
            return self._origin.transport
        if self._transport is None:
            self._transport = self._make(self.settings.base_url)
        return self._transport

    def changed(self, changes: dict[str, Any]) -> Connection[TransportT]:
        """One with other settings."""
        return Connection(self.settings.changed(changes), self._make, self)

    def recording(self) -> Connection[TransportT]:
        """One that writes down how its calls went."""
        other = Connection(self.settings, self._make, self)
        other.record = []
        return other

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


def sync_transport(base_url: str) -> SyncTransport:
    """The transport of ``Dream``, imported when it is needed."""
    from .sync_transport import SyncTransport

    return SyncTransport(base_url)


def async_transport(base_url: str) -> AsyncTransport:
    """The transport of ``AsyncDream``, imported when it is needed."""
    from .async_transport import AsyncTransport

    return AsyncTransport(base_url)
