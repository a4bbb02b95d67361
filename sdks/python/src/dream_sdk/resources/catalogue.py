# Written by dream generate sdk; do not edit.
"""``client.catalogue``"""

from __future__ import annotations

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.catalogue import PublicPlan, PublicPlanPage

_CATALOGUE_PLANS = Operation("catalogue.plans", "GET", "/v1/catalogue/plans", is_about_tenant=True)


class CatalogueResource(ResourceBase):
    """The plans that are on sale and their prices, for a page of prices."""

    def plans(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[PublicPlanPage, PublicPlan]:
        """List the plans that are on sale.

        Those that are `public` and `active`, lowest rank first.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _CATALOGUE_PLANS,
            PublicPlanPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )


class AsyncCatalogueResource(AsyncResourceBase):
    """The plans that are on sale and their prices, for a page of prices."""

    def plans(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[PublicPlanPage, PublicPlan]:
        """List the plans that are on sale.

        Those that are `public` and `active`, lowest rank first.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _CATALOGUE_PLANS,
            PublicPlanPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )
