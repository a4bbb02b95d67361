# Written by dream generate sdk; do not edit.
"""``client.me``"""

from __future__ import annotations

from .._core.async_resource import AsyncResourceBase
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.resource import ResourceBase
from ..types.me import Me

_ME_GET = Operation("me.get", "GET", "/v1/me", is_about_tenant=True)


class MeResource(ResourceBase):
    """What the token of a user is to hold, who it belongs to, and what the roles in it grant."""

    def get(self, *, options: CallOptions | None = None) -> Me:
        """Get who the token belongs to, and what they may do.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(_ME_GET, Me, options=options)


class AsyncMeResource(AsyncResourceBase):
    """What the token of a user is to hold, who it belongs to, and what the roles in it grant."""

    async def get(self, *, options: CallOptions | None = None) -> Me:
        """Get who the token belongs to, and what they may do.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(_ME_GET, Me, options=options)
