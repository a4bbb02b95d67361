"""What the middleware of either kind is told."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from typing import Any, Protocol

from .._core.client_base import ClientBase
from .._core.errors import ConfigurationError, ValidationError
from .._core.plain_function import require_plain
from .._core.sync_client import SyncClient
from ..permissions._matching import permission_parts
from ..permissions._role_policy import PermissionAnswer, ResourceInHand
from ._error_answer import ErrorAnswer, cause_of, error_answer
from ._request_token import bearer_token, checked_token

HeaderReader = Callable[[str], "str | None"]
"""A header of the request by its name in lower case; None where there is none. One that came more
than once is one text, with commas in between."""

OnError = Callable[[BaseException, str], object]
"""Told what was answered with a status of 500 or above, and the id of the request. That of an
``AsgiMiddleware`` may be a coroutine function."""

_REQUEST_ID = re.compile(r"[A-Za-z0-9_.-]{1,128}")
_TENANT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")


class PermissionSource(Protocol):
    """A ``PermissionClient`` or an ``AsyncPermissionClient``."""

    def can(
        self, who: Any, permission: str, resource: ResourceInHand | None = None
    ) -> PermissionAnswer: ...


class Settings:
    """How tokens and tenants are found, and who is told of errors."""

    def __init__(
        self,
        token_of: Callable[[HeaderReader], str | None] | None,
        tenant_of: Callable[[HeaderReader], str | None] | None,
        on_error: OnError | None,
    ) -> None:
        require_plain("token_of", token_of)
        require_plain("tenant_of", tenant_of)
        self._token_of = token_of
        self._tenant_of = tenant_of
        self._on_error = on_error

    def presented(self, header: HeaderReader) -> tuple[str, str | None]:
        """The token of a request, and the tenant that it names."""
        find = self._token_of
        token = bearer_token(header("authorization")) if find is None else find(header)
        checked = checked_token(token)
        name = self._tenant_of
        tenant = (header("x-tenant-id") if name is None else name(header)) or None
        if tenant is not None and _TENANT.fullmatch(tenant) is None:
            # It would not even go into a header, and be the application's mistake then.
            raise ValidationError(
                code="auth/malformed-tenant",
                message="This can be the id of no tenant.",
                user_message="This request is not as it must be.",
                param="X-Tenant-ID",
            )
        return checked, tenant

    def answered(self, raised: BaseException, request_id: str) -> tuple[ErrorAnswer, object]:
        """The error as it is answered, and what ``on_error`` gave, which is told of what nobody did
        on purpose."""
        answer = error_answer(raised, request_id)
        if answer.status >= 500 and self._on_error is not None:
            try:
                return answer, self._on_error(cause_of(raised), request_id)
            except Exception:
                # Whoever wants to be told must be able to listen.
                return answer, None
        return answer, None


def request_id_of(header: HeaderReader) -> str:
    """That of the request, where it has one that may stand in a log and in a header, else a new
    one."""
    given = header("x-request-id")
    if given is not None and _REQUEST_ID.fullmatch(given) is not None:
        return given
    return f"req_{uuid.uuid4().hex}"


def require_client(client: Any, *, is_async: bool) -> None:
    """Raises a ``ConfigurationError`` for a client of the other kind, whose answers nobody awaits,
    or cannot be awaited, and for one without a publishable key: every question is a user's."""
    if isinstance(client, ClientBase) and isinstance(client, SyncClient) == is_async:
        name = "an AsyncDream" if is_async else "a Dream"
        raise ConfigurationError(f"The client of this middleware is {name}.")
    if isinstance(client, ClientBase):
        client.with_options(user_token="nobody")


def require_permission_text(permission: Any) -> None:
    """Raises a ``ConfigurationError`` for what is no permission: nobody could ever have it."""
    if permission_parts(permission) is None:
        raise ConfigurationError(f"{permission!r} is no permission, such as invoice:read.")
