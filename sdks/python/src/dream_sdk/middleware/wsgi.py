"""For applications that speak WSGI, such as those of Flask and Django."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from .._core.errors import ConfigurationError
from .._core.plain_function import require_plain
from ..permissions._answer_reports import DecisionSink
from ..permissions._role_policy import ResourceInHand
from ._decided_here import DecidesHere
from ._error_answer import ErrorAnswer, NotAdmitted
from ._known_users import KnownUsers
from ._request_context import RequestContext
from ._settings import (
    HeaderReader,
    OnError,
    PermissionSource,
    Settings,
    request_id_of,
    require_client,
    require_permission_text,
)
from ._standing_for import standing_for
from ._wsgi_answers import (
    Environ,
    StartResponse,
    WsgiApp,
    send_answer,
    with_request_id,
)
from ._wsgi_errors import AnsweredErrors
from ._wsgi_under_way import under_way, working_at

if TYPE_CHECKING:
    from .._client import Dream

__all__ = ["RequestContext", "WsgiMiddleware", "context_of"]

P = ParamSpec("P")
T = TypeVar("T")

_RECORD = "dream.request"
_CONTEXT = "dream.auth"


class _Record:
    """What is known of one request. Each middleware asks for itself: another client, or another
    way to get at the tenant, lets in somebody else."""

    def __init__(self, request_id: str) -> None:
        self.request_id = request_id
        self.contexts: dict[WsgiMiddleware, RequestContext] = {}


class WsgiMiddleware:
    """Who is asking an application, what they may do, and how its errors look. Threads may share
    it; one for a process is enough."""

    def __init__(
        self,
        client: Dream,
        *,
        permissions: PermissionSource | None = None,
        decisions: DecisionSink | None = None,
        token_of: Callable[[HeaderReader], str | None] | None = None,
        tenant_of: Callable[[HeaderReader], str | None] | None = None,
        time_to_live: float = 5.0,
        on_error: OnError | None = None,
    ) -> None:
        """Raises a ``ConfigurationError`` for a ``time_to_live`` below 0, for an ``AsyncDream``, and
        for a function that is to be awaited.

        Args:
            client: With a publishable key that has ``me:read`` and ``access:read``.
            permissions: Spares questions about what roles grant under a condition; a
                ``PermissionClient``.
            decisions: Told of each permission that is decided here, where it is known by which
                revision of the policy; a ``DecisionReporter``.
            token_of: Where the token stands; absent: ``Authorization: Bearer …``.
            tenant_of: Which tenant the request is about; absent: ``X-Tenant-ID``. The server says
                whether the user may act there.
            time_to_live: Seconds for which it counts what the server said of a token.
            on_error: Told what was answered with 500 or above, and the id of the request.
        """
        require_client(client, is_async=False)
        self._client = client
        self._here = DecidesHere(permissions, decisions)
        require_plain("on_error", on_error)
        self._settings = Settings(token_of, tenant_of, on_error)
        self._users = KnownUsers(client, time_to_live)

    def with_tenant(self, app: WsgiApp) -> WsgiApp:
        """The application, which only who is signed in gets to: ``context_of()`` says who that is,
        and so does ``environ["dream.auth"]``."""
        return self._admitting(app, self._admitted)

    def require_permission(
        self, permission: str, *, resource: Callable[[Environ], ResourceInHand | None] | None = None
    ) -> Callable[[WsgiApp], WsgiApp]:
        """Makes an application one that only those get to who may do this. Raises a
        ``ConfigurationError`` for what is no permission, and for a ``resource`` that is to be
        awaited.

        Args:
            permission: ``invoice:read``
            resource: What the request is about; asked after the user is known.
        """
        require_permission_text(permission)
        require_plain("resource", resource)

        def check(environ: Environ) -> None:
            context = self._admitted(environ)
            context.authorize(permission, None if resource is None else resource(environ))

        return lambda app: self._admitting(app, check)

    def guard_view(
        self, permission: str, *, resource: Callable[..., ResourceInHand | None] | None = None
    ) -> Callable[[Callable[P, T]], Callable[P, T]]:
        """Makes a view, which a framework calls within ``with_tenant``, one that raises an
        ``AuthorizationError`` for who may not do this. Raises a ``ConfigurationError`` for what is
        no permission, and for a view or a ``resource`` that is to be awaited: a framework awaits a
        view only where it can see that it must.

        Args:
            permission: ``invoice:read``
            resource: What the request is about, of what the view is called with.
        """
        require_permission_text(permission)
        require_plain("resource", resource)

        def guard(view: Callable[P, T]) -> Callable[P, T]:
            require_plain("A guarded view", view)

            @standing_for(view)
            def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
                context = self._admitted(_environ_under_way())
                about = None if resource is None else resource(*args, **kwargs)
                context.authorize(permission, about)
                return view(*args, **kwargs)

            return guarded

        return guard

    def error_handler(self, app: WsgiApp) -> WsgiApp:
        """The application, of which every error that it raises is answered as the server answers
        its own. One that comes when an answer has begun is the server's of the application."""

        def answering(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
            request_id = _record_of(environ).request_id

            def answer_to(error: BaseException) -> ErrorAnswer:
                return self.answer_to(error, request_id)

            start = with_request_id(start_response, request_id)
            answered = AnsweredErrors(answer_to, environ, start)
            return working_at(environ, lambda: answered.call(app))

        return answering

    def answer_to(self, error: BaseException, request_id: str | None = None) -> ErrorAnswer:
        """An error as it is answered, for what a framework calls an error handler.

        Args:
            error: Anything; of what is not meant to be shown, nothing is.
            request_id: Absent: that of the request under way.
        """
        if request_id is None:
            request_id = _record_of(_environ_under_way()).request_id
        return self._settings.answered(error, request_id)[0]

    def _admitting(self, app: WsgiApp, check: Callable[[Environ], object]) -> WsgiApp:
        def admitting(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
            request_id = _record_of(environ).request_id

            def admit() -> Iterable[bytes]:
                try:
                    check(environ)
                except Exception as error:
                    answer = self.answer_to(error, request_id)
                    return send_answer(answer, environ, start_response, [])
                return app(environ, with_request_id(start_response, request_id))

            return working_at(environ, admit)

        return admitting

    def _admitted(self, environ: Environ) -> RequestContext:
        """A middleware looks at a request once, whatever stands in its way afterwards."""
        record = _record_of(environ)
        context = record.contexts.get(self)
        if context is None:
            context = record.contexts[self] = self._admit(_headers_of(environ), record.request_id)
        environ[_CONTEXT] = context
        return context

    def _admit(self, header: HeaderReader, request_id: str) -> RequestContext:
        try:
            token, tenant = self._settings.presented(header)
            known = self._users.of(token, tenant)
        except Exception as error:
            raise NotAdmitted(error) from error
        return RequestContext(self._client, token, known, request_id, self._here)


def context_of(environ: Environ | None = None) -> RequestContext:
    """Who is asking, as the middleware says that looked at the request last. Raises a
    ``ConfigurationError`` where none has.

    Args:
        environ: Absent: that of the request under way.
    """
    asked = _environ_under_way() if environ is None else environ
    context = asked.get(_CONTEXT)
    if not isinstance(context, RequestContext):
        raise ConfigurationError(_NOBODY_LOOKED)
    return context


_NOBODY_LOOKED = (
    "No middleware has looked at this request: put with_tenant or require_permission around it."
)


def _environ_under_way() -> Environ:
    environ = under_way.get()
    if environ is None:
        raise ConfigurationError(_NOBODY_LOOKED)
    return environ


def _record_of(environ: Environ) -> _Record:
    """One for a request, whoever asks for it."""
    record = environ.get(_RECORD)
    if not isinstance(record, _Record):
        record = environ[_RECORD] = _Record(request_id_of(_headers_of(environ)))
    return record


def _headers_of(environ: Environ) -> HeaderReader:
    # A header that came twice is one text with a comma: no token, no tenant and no id has one.
    def header(name: str) -> str | None:
        key = name.upper().replace("-", "_")
        named = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
        value = environ.get(named)
        return value if isinstance(value, str) else None

    return header
