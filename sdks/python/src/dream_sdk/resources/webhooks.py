# Written by dream generate sdk; do not edit.
"""``client.webhooks``"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .._additions.webhooks import WebhooksAdditions
from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.webhooks import (
    WebhookDelivery,
    WebhookDeliveryPart,
    WebhookDeliveryWithAttempts,
    WebhookEndpoint,
    WebhookEndpointPage,
    WebhooksReplayResult,
    WebhooksRotateSecretResult,
)

_WEBHOOKS_DISABLE = Operation(
    "webhooks.disable",
    "POST",
    "/v1/webhook-endpoints/{endpoint}/disable",
    is_mutation=True,
)
_WEBHOOKS_ENABLE = Operation(
    "webhooks.enable",
    "POST",
    "/v1/webhook-endpoints/{endpoint}/enable",
    is_mutation=True,
)
_WEBHOOKS_GET_DELIVERY = Operation(
    "webhooks.getDelivery",
    "GET",
    "/v1/webhook-deliveries/{id}",
    is_about_tenant=True,
)
_WEBHOOKS_LIST = Operation("webhooks.list", "GET", "/v1/webhook-endpoints")
_WEBHOOKS_LIST_DELIVERIES = Operation(
    "webhooks.listDeliveries",
    "GET",
    "/v1/webhook-endpoints/{endpoint}/deliveries",
    is_about_tenant=True,
)
_WEBHOOKS_REPLAY = Operation(
    "webhooks.replay",
    "POST",
    "/v1/webhook-endpoints/{endpoint}/replay",
    is_mutation=True,
    is_about_tenant=True,
)
_WEBHOOKS_REPLAY_DELIVERY = Operation(
    "webhooks.replayDelivery",
    "POST",
    "/v1/webhook-deliveries/{id}/replay",
    is_mutation=True,
    is_about_tenant=True,
)
_WEBHOOKS_ROTATE_SECRET = Operation(
    "webhooks.rotateSecret",
    "POST",
    "/v1/webhook-endpoints/{endpoint}/secret",
    is_mutation=True,
)


class WebhooksResource(ResourceBase, WebhooksAdditions):
    """Where events are sent, what became of each delivery, sending it again, and the secrets
    that sign it.
    """

    def disable(self, endpoint: str, *, options: CallOptions | None = None) -> WebhookEndpoint:
        """Call an endpoint no more.

        Until it is enabled again. What is pending waits; what happens meanwhile is not kept
        for it.

        Args:
            endpoint: Key of the WebhookEndpoint.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``webhooks/unknown-endpoint``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _WEBHOOKS_DISABLE,
            WebhookEndpoint,
            path={"endpoint": endpoint},
            options=options,
        )

    def enable(self, endpoint: str, *, options: CallOptions | None = None) -> WebhookEndpoint:
        """Call an endpoint again.

        What was pending goes on at once, however long it was to wait. What happened meanwhile
        was not kept for it, and can be replayed.

        Args:
            endpoint: Key of the WebhookEndpoint.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``webhooks/unknown-endpoint``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _WEBHOOKS_ENABLE,
            WebhookEndpoint,
            path={"endpoint": endpoint},
            options=options,
        )

    def get_delivery(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> WebhookDeliveryWithAttempts:
        """Get one delivery with all its calls.

        Args:
            id: `whd_…`
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``webhooks/unknown-delivery``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _WEBHOOKS_GET_DELIVERY,
            WebhookDeliveryWithAttempts,
            path={"id": id},
            options=options,
        )

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[WebhookEndpointPage, WebhookEndpoint]:
        """List webhook endpoints and how they go.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _WEBHOOKS_LIST,
            WebhookEndpointPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def list_deliveries(
        self,
        endpoint: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: Literal["pending", "delivered", "failed"] | str | None = None,
        options: CallOptions | None = None,
    ) -> Paged[WebhookDeliveryPart, WebhookDelivery]:
        """List what was and is to be delivered to an endpoint, newest first.

        Where the request is about a tenant, of its events only.

        Args:
            endpoint: Key of the WebhookEndpoint.
            cursor: `nextCursor` of the part before; absent for the first.
            limit: Entries in the answer. Default: ``50``.
            state: Only those.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``webhooks/unknown-endpoint``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _WEBHOOKS_LIST_DELIVERIES,
            WebhookDeliveryPart,
            path={"endpoint": endpoint},
            query={"cursor": cursor, "limit": limit, "state": state},
            options=options,
        )

    def replay(
        self,
        endpoint: str,
        *,
        since: str,
        until: str | None = None,
        types: Sequence[str] | None = None,
        undelivered_only: bool | None = None,
        options: CallOptions | None = None,
    ) -> WebhooksReplayResult:
        """Deliver again what happened in a time.

        Also what was never delivered, since the endpoint did not exist or was not called. At
        most 10,000 events. Where the request is about a tenant, its events only.

        Args:
            endpoint: Key of the WebhookEndpoint.
            since: A date or an instant of RFC 3339.
            until: Up to before then. Absent: until now.
            types: Types of events, where `*` stands for any text. Absent: those that the
                endpoint asks for.
            undelivered_only: Leave out what came through. Default: ``False``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``events/unreadable-date``,
                ``webhooks/too-many-events``, ``webhooks/unknown-endpoint``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _WEBHOOKS_REPLAY,
            WebhooksReplayResult,
            path={"endpoint": endpoint},
            body=body_of(
                {
                    "since": since,
                    "until": until,
                    "types": types,
                    "undeliveredOnly": undelivered_only,
                },
            ),
            options=options,
        )

    def replay_delivery(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> WebhookDeliveryWithAttempts:
        """Make a delivery again.

        At once, whatever came of it, and with all its repetitions if it fails.

        Args:
            id: `whd_…`
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``webhooks/unknown-delivery``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _WEBHOOKS_REPLAY_DELIVERY,
            WebhookDeliveryWithAttempts,
            path={"id": id},
            options=options,
        )

    def rotate_secret(
        self,
        endpoint: str,
        *,
        keep_previous_for: str | None = None,
        options: CallOptions | None = None,
    ) -> WebhooksRotateSecretResult:
        """Make a new signing secret.

        Shown this once. Until `previousUntil` every call carries two signatures, by the new
        secret and by the one before: the receiver may hold either; until then no other is
        made, unless it ends both at once. Only for an endpoint whose configuration names no
        secret.

        Args:
            endpoint: Key of the WebhookEndpoint.
            keep_previous_for: How long the secret before signs besides: `24h`. `0`: no
                longer. Default: ``"24h"``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``webhooks/no-master-key``,
                ``webhooks/secret-is-configured``, ``webhooks/secret-still-valid``,
                ``webhooks/unknown-endpoint``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _WEBHOOKS_ROTATE_SECRET,
            WebhooksRotateSecretResult,
            path={"endpoint": endpoint},
            body=body_of({"keepPreviousFor": keep_previous_for}),
            options=options,
        )


class AsyncWebhooksResource(AsyncResourceBase, WebhooksAdditions):
    """Where events are sent, what became of each delivery, sending it again, and the secrets
    that sign it.
    """

    async def disable(
        self,
        endpoint: str,
        *,
        options: CallOptions | None = None,
    ) -> WebhookEndpoint:
        """Call an endpoint no more.

        Until it is enabled again. What is pending waits; what happens meanwhile is not kept
        for it.

        Args:
            endpoint: Key of the WebhookEndpoint.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``webhooks/unknown-endpoint``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _WEBHOOKS_DISABLE,
            WebhookEndpoint,
            path={"endpoint": endpoint},
            options=options,
        )

    async def enable(self, endpoint: str, *, options: CallOptions | None = None) -> WebhookEndpoint:
        """Call an endpoint again.

        What was pending goes on at once, however long it was to wait. What happened meanwhile
        was not kept for it, and can be replayed.

        Args:
            endpoint: Key of the WebhookEndpoint.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``webhooks/unknown-endpoint``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _WEBHOOKS_ENABLE,
            WebhookEndpoint,
            path={"endpoint": endpoint},
            options=options,
        )

    async def get_delivery(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> WebhookDeliveryWithAttempts:
        """Get one delivery with all its calls.

        Args:
            id: `whd_…`
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``webhooks/unknown-delivery``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _WEBHOOKS_GET_DELIVERY,
            WebhookDeliveryWithAttempts,
            path={"id": id},
            options=options,
        )

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[WebhookEndpointPage, WebhookEndpoint]:
        """List webhook endpoints and how they go.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _WEBHOOKS_LIST,
            WebhookEndpointPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def list_deliveries(
        self,
        endpoint: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: Literal["pending", "delivered", "failed"] | str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[WebhookDeliveryPart, WebhookDelivery]:
        """List what was and is to be delivered to an endpoint, newest first.

        Where the request is about a tenant, of its events only.

        Args:
            endpoint: Key of the WebhookEndpoint.
            cursor: `nextCursor` of the part before; absent for the first.
            limit: Entries in the answer. Default: ``50``.
            state: Only those.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``webhooks/unknown-endpoint``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _WEBHOOKS_LIST_DELIVERIES,
            WebhookDeliveryPart,
            path={"endpoint": endpoint},
            query={"cursor": cursor, "limit": limit, "state": state},
            options=options,
        )

    async def replay(
        self,
        endpoint: str,
        *,
        since: str,
        until: str | None = None,
        types: Sequence[str] | None = None,
        undelivered_only: bool | None = None,
        options: CallOptions | None = None,
    ) -> WebhooksReplayResult:
        """Deliver again what happened in a time.

        Also what was never delivered, since the endpoint did not exist or was not called. At
        most 10,000 events. Where the request is about a tenant, its events only.

        Args:
            endpoint: Key of the WebhookEndpoint.
            since: A date or an instant of RFC 3339.
            until: Up to before then. Absent: until now.
            types: Types of events, where `*` stands for any text. Absent: those that the
                endpoint asks for.
            undelivered_only: Leave out what came through. Default: ``False``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``events/unreadable-date``,
                ``webhooks/too-many-events``, ``webhooks/unknown-endpoint``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _WEBHOOKS_REPLAY,
            WebhooksReplayResult,
            path={"endpoint": endpoint},
            body=body_of(
                {
                    "since": since,
                    "until": until,
                    "types": types,
                    "undeliveredOnly": undelivered_only,
                },
            ),
            options=options,
        )

    async def replay_delivery(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> WebhookDeliveryWithAttempts:
        """Make a delivery again.

        At once, whatever came of it, and with all its repetitions if it fails.

        Args:
            id: `whd_…`
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``webhooks/unknown-delivery``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _WEBHOOKS_REPLAY_DELIVERY,
            WebhookDeliveryWithAttempts,
            path={"id": id},
            options=options,
        )

    async def rotate_secret(
        self,
        endpoint: str,
        *,
        keep_previous_for: str | None = None,
        options: CallOptions | None = None,
    ) -> WebhooksRotateSecretResult:
        """Make a new signing secret.

        Shown this once. Until `previousUntil` every call carries two signatures, by the new
        secret and by the one before: the receiver may hold either; until then no other is
        made, unless it ends both at once. Only for an endpoint whose configuration names no
        secret.

        Args:
            endpoint: Key of the WebhookEndpoint.
            keep_previous_for: How long the secret before signs besides: `24h`. `0`: no
                longer. Default: ``"24h"``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``webhooks/no-master-key``,
                ``webhooks/secret-is-configured``, ``webhooks/secret-still-valid``,
                ``webhooks/unknown-endpoint``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _WEBHOOKS_ROTATE_SECRET,
            WebhooksRotateSecretResult,
            path={"endpoint": endpoint},
            body=body_of({"keepPreviousFor": keep_previous_for}),
            options=options,
        )
