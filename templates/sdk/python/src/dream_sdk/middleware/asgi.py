"""For applications that speak ASGI, such as those of Starlette and FastAPI."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from .._core.errors import ConfigurationError
from ..permissions._answer_reports import DecisionSink
from ..permissions._role_policy import ResourceInHand
from ._asgi_answers import (
    AsgiApp,
    HeaderPairs,
    HeldStart,
    Receive,
    Scope,
    Send,
    send_answer,
    with_request_id,
)
from ._asgi_listener import Listening
from ._asgi_record import NOBODY_LOOKED, headers_of, of_requests, record_of, scope_under_way
from ._async_known_users import AsyncKnownUsers
from ._decided_here import DecidesHere
from ._error_answer import ErrorAnswer, NotAdmitted
from ._request_context import AsyncRequestContext
from ._settings import (
    HeaderReader,
    OnError,
    PermissionSource,
    Settings,
    require_client,
    require_permission_text,
)
from ._standing_for import standing_for

if TYPE_CHECKING:
    from .._async_client import AsyncDream

__all__ = ["AsgiMiddleware", "AsyncRequestContext", "context_of"]

P = ParamSpec("P")
T = TypeVar("T")
About = ResourceInHand | Awaitable[ResourceInHand | None] | None


class AsgiMiddleware:
    """Who is asking an application, what they may do, and how its errors look. The tasks of a loop
    may share it; one for a process is enough.

    It looks at requests of HTTP alone: what else a server tells an application, such as its start
    and its end, goes by untouched, and so do websockets, which ``context_of`` knows nobody of.
    """

    def __init__(
        self,
        client: AsyncDream,
        *,
        permissions: PermissionSource | None = None,
        decisions: DecisionSink | None = None,
        token_of: Callable[[HeaderReader], str | None] | None = None,
        tenant_of: Callable[[HeaderReader], str | None] | None = None,
        time_to_live: float = 5.0,
        on_error: OnError | None = None,
    ) -> None:
        """Raises a ``ConfigurationError`` for a ``time_to_live`` below 0, for a ``Dream``, and for
        a ``token_of`` or ``tenant_of`` that is to be awaited.

        Args:
            client: With a publishable key that has ``me:read`` and ``access:read``.
            permissions: Spares questions about what roles grant under a condition; an
                ``AsyncPermissionClient``.
            decisions: Told of each permission that is decided here, where it is known by which
                revision of the policy; an ``AsyncDecisionReporter``.
            token_of: Where the token stands; absent: ``Authorization: Bearer …``.
            tenant_of: Which tenant the request is about; absent: ``X-Tenant-ID``. The server says
                whether the user may act there.
            time_to_live: Seconds for which it counts what the server said of a token.
            on_error: Told what was answered with 500 or above, and the id of the request; may be a
                coroutine function.
        """
        require_client(client, is_async=True)
        self._client = client
        self._here = DecidesHere(permissions, decisions)
        self._settings = Settings(token_of, tenant_of, on_error)
        self._users = AsyncKnownUsers(client, time_to_live)
        self._listening = Listening()

    def with_tenant(self, app: AsgiApp) -> AsgiApp:
        """The application, which only who is signed in gets to: ``context_of()`` says who that is,
        and so does ``request.state.dream`` of Starlette."""
        return self._admitting(app, self._admitted)

    def require_permission(
        self, permission: str, *, resource: Callable[[Scope], About] | None = None
    ) -> Callable[[AsgiApp], AsgiApp]:
        """Makes an application one that only those get to who may do this. Raises a
        ``ConfigurationError`` for what is no permission.

        Args:
            permission: ``invoice:read``
            resource: What the request is about; asked after the user is known.
        """
        require_permission_text(permission)

        async def check(scope: Scope) -> None:
            context = await self._admitted(scope)
            about = None if resource is None else resource(scope)
            await context.authorize(permission, await _settled(about))

        return lambda app: self._admitting(app, check)

    def guard_view(
        self, permission: str, *, resource: Callable[..., About] | None = None
    ) -> Callable[[Callable[P, Awaitable[T]]], Callable[P, Awaitable[T]]]:
        """Makes a view, which a framework calls within ``with_tenant``, one that raises an
        ``AuthorizationError`` for who may not do this. Raises a ``ConfigurationError`` for a view
        that is no coroutine function: it would hold up the loop.

        Args:
            permission: ``invoice:read``
            resource: What the request is about, of what the view is called with.
        """
        require_permission_text(permission)

        def guard(view: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
            if not inspect.iscoroutinefunction(view):
                raise ConfigurationError("guard_view takes views that are written with async def.")

            @standing_for(view)
            async def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
                context = await self._admitted(scope_under_way())
                about = None if resource is None else resource(*args, **kwargs)
                await context.authorize(permission, await _settled(about))
                return await view(*args, **kwargs)

            return guarded

        return guard

    def error_handler(self, app: AsgiApp) -> AsgiApp:
        """The application, of which every error that it raises is answered as the server answers
        its own. One that comes when an answer has begun is left to the server."""

        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            request_id = record_of(scope).request_id
            held = HeldStart(with_request_id(send, request_id))
            try:
                await app(scope, receive, held.send)
                await held.end()
            except Exception as error:
                if held.has_begun:
                    raise
                await self._answer(error, request_id, send, held.headers)

        return of_requests(answer, app)

    def answer_to(self, error: BaseException, request_id: str | None = None) -> ErrorAnswer:
        """An error as it is answered, for what a framework calls an error handler.

        Args:
            error: Anything; of what is not meant to be shown, nothing is.
            request_id: Absent: that of the request under way.
        """
        if request_id is None:
            request_id = record_of(scope_under_way()).request_id
        answer, given = self._settings.answered(error, request_id)
        self._listening.begin(given)
        return answer

    async def _answer(
        self, error: BaseException, request_id: str, send: Send, before: HeaderPairs
    ) -> None:
        """Nobody is kept waiting for an answer by whoever is told of it."""
        answer, given = self._settings.answered(error, request_id)
        told = self._listening.begin(given)
        await send_answer(answer, send, before)
        if told is not None:
            await asyncio.wait({told})

    def _admitting(self, app: AsgiApp, check: Callable[[Scope], Awaitable[object]]) -> AsgiApp:
        async def admit(scope: Scope, receive: Receive, send: Send) -> None:
            request_id = record_of(scope).request_id
            try:
                await check(scope)
            except Exception as error:
                await self._answer(error, request_id, send, [])
                return
            await app(scope, receive, with_request_id(send, request_id))

        return of_requests(admit, app)

    async def _admitted(self, scope: Scope) -> AsyncRequestContext:
        """A middleware looks at a request once, whatever stands in its way afterwards."""
        record = record_of(scope)
        context = record.contexts.get(self)
        if context is None:
            context = await self._admit(headers_of(scope), record.request_id)
            record.contexts[self] = context
        record.latest = context
        scope["state"]["dream"] = context
        return context

    async def _admit(self, header: HeaderReader, request_id: str) -> AsyncRequestContext:
        try:
            token, tenant = self._settings.presented(header)
            known = await self._users.of(token, tenant)
        except Exception as error:
            raise NotAdmitted(error) from error
        return AsyncRequestContext(self._client, token, known, request_id, self._here)


def context_of(scope: Scope | None = None) -> AsyncRequestContext:
    """Who is asking, as the middleware says that looked at the request last. Raises a
    ``ConfigurationError`` where none has.

    Args:
        scope: Absent: that of the request under way.
    """
    context = record_of(scope_under_way() if scope is None else scope).latest
    if context is None:
        raise ConfigurationError(NOBODY_LOOKED)
    return context


async def _settled(about: Any) -> ResourceInHand | None:
    found: ResourceInHand | None = await about if inspect.isawaitable(about) else about
    return found
