# Written by dream generate sdk; do not edit.
"""``client.environments``"""

from __future__ import annotations

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.environments import Environment, EnvironmentPage

_ENVIRONMENTS_LIST = Operation("environments.list", "GET", "/v1/environments")


class EnvironmentsResource(ResourceBase):
    """The environments of the project, each with a configuration and data of its own."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[EnvironmentPage, Environment]:
        """List the environments of the project.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _ENVIRONMENTS_LIST,
            EnvironmentPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )


class AsyncEnvironmentsResource(AsyncResourceBase):
    """The environments of the project, each with a configuration and data of its own."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[EnvironmentPage, Environment]:
        """List the environments of the project.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _ENVIRONMENTS_LIST,
            EnvironmentPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )
