# Written by dream generate sdk; do not edit.
"""``client.status``"""

from __future__ import annotations

from .._core.async_resource import AsyncResourceBase
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.resource import ResourceBase
from ..types.status import Status

_STATUS_GET = Operation("status.get", "GET", "/v1/status")


class StatusResource(ResourceBase):
    """Computes changesets, applies them, rolls back, and tells what was applied and how all of
    it is doing.
    """

    def get(self, *, options: CallOptions | None = None) -> Status:
        """Get the live revision, counts and conditions of the environment.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(_STATUS_GET, Status, options=options)


class AsyncStatusResource(AsyncResourceBase):
    """Computes changesets, applies them, rolls back, and tells what was applied and how all of
    it is doing.
    """

    async def get(self, *, options: CallOptions | None = None) -> Status:
        """Get the live revision, counts and conditions of the environment.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(_STATUS_GET, Status, options=options)
