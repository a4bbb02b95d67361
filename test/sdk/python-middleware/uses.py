"""Uses of the middleware for type checkers: what is wrong is marked, and must be refused."""

from __future__ import annotations

from typing import Any

from dream_sdk import AsyncDream, Dream
from dream_sdk.middleware import ErrorAnswer, FlagAttributes, HeaderReader
from dream_sdk.middleware.asgi import AsgiMiddleware
from dream_sdk.middleware.asgi import context_of as async_context_of
from dream_sdk.middleware.wsgi import RequestContext, WsgiMiddleware, context_of
from dream_sdk.permissions import (
    AsyncDecisionReporter,
    AsyncPermissionClient,
    DecisionReporter,
    PermissionClient,
)

client = Dream(base_url="http://127.0.0.1", publishable_key="pk_test_1")
async_client = AsyncDream(base_url="http://127.0.0.1", publishable_key="pk_test_1")


def subdomain(header: HeaderReader) -> str | None:
    return (header("host") or "").partition(".")[0]


def wsgi(permissions: PermissionClient, app: Any) -> str:
    dream = WsgiMiddleware(client, permissions=permissions, tenant_of=subdomain, time_to_live=1)
    WsgiMiddleware(client, decisions=DecisionReporter(Dream()))
    WsgiMiddleware(client, decisions=print)  # type: ignore[arg-type]
    WsgiMiddleware(async_client)  # type: ignore[arg-type]
    WsgiMiddleware(client, tenant_of="acme")  # type: ignore[arg-type]
    dream.with_tenant(dream.error_handler(app))
    dream.require_permission("invoice:read", resource=lambda environ: {"id": environ["PATH_INFO"]})
    dream.require_permission("invoice:read", resource=lambda: {})  # type: ignore[misc,arg-type]

    @dream.guard_view("invoice:read", resource=lambda number: {"id": str(number)})
    def view(number: int) -> str:
        return str(number)

    view("7")  # type: ignore[arg-type]
    answer: ErrorAnswer = dream.answer_to(ValueError())
    context: RequestContext = context_of()
    context.authorize("invoice:read", {"number": 7})  # type: ignore[arg-type]
    flags: FlagAttributes = context.flag_context
    return view(7) + answer.headers["X"] + context.user.id + str(flags["user"]["key"])


async def asgi(permissions: AsyncPermissionClient, app: Any) -> str:
    dream = AsgiMiddleware(async_client, permissions=permissions)
    AsgiMiddleware(async_client, decisions=AsyncDecisionReporter(AsyncDream()))
    AsgiMiddleware(client)  # type: ignore[arg-type]
    dream.error_handler(dream.with_tenant(app))

    @dream.guard_view("invoice:read")
    async def view(number: int) -> str:
        return str(number)

    await async_context_of().authorize("invoice:read", {"id": "7"})
    return await view(7)
