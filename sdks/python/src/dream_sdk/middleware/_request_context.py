"""Who is asking, as the server says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from .._core.errors import AuthenticationError, AuthorizationError
from .._core.exact_text import exact_text
from ..permissions._local_answer import asked_of_server, require_resource
from ..permissions._role_policy import ResourceInHand
from ..types.me import Me
from ._decided_here import DecidesHere
from ._error_answer import NotAdmitted
from ._settings import require_permission_text

if TYPE_CHECKING:
    from .._async_client import AsyncDream
    from .._client import Dream


class FlagAttributes(TypedDict):
    """What flags are asked with: the user with their roles, and the tenant with its plan."""

    user: dict[str, Any]
    tenant: dict[str, Any]


class ContextBase:
    """Attributes:
    user: What ``me.get`` answers.
    request_id: What the log of the application calls the request.
    flag_context: ``{"user": {"key": …, "roles": […]}, "tenant": {"key": …, "plan": …}}``
    """

    def __init__(self, token: str, known: Me, request_id: str, here: DecidesHere) -> None:
        # A copy: what a handler does to it must not be what the next request is told.
        self.user = Me(known.to_dict())
        self.tenant_id = known.tenant_id
        self.request_id = request_id
        self.flag_context: FlagAttributes = {
            "user": {"key": known.id, "roles": list(known.roles)},
            "tenant": {"key": known.tenant_id, "plan": known.plan},
        }
        self._token = token
        self._known = known
        self._here = here

    def _local_answer(self, permission: str, resource: ResourceInHand | None) -> bool | None:
        """Whether they may do it; None where only the server knows."""
        require_permission_text(permission)
        require_resource(resource)
        return self._here.decide(self._token, self._known, permission, resource)


class RequestContext(ContextBase):
    """Who is asking an application without asyncio, and about which tenant."""

    def __init__(
        self,
        client: Dream,
        token: str,
        known: Me,
        request_id: str,
        here: DecidesHere,
    ) -> None:
        super().__init__(token, known, request_id, here)
        self._client = client

    def authorize(self, permission: str, resource: ResourceInHand | None = None) -> None:
        """Goes on where the user may do it, with this resource if one is given.

        Raises:
            AuthorizationError: ``access/permission-denied``: they may not.
            ConfigurationError: The resource is no mapping.
            NotAdmitted: The server refuses their token by now.
        """
        answer = self._local_answer(permission, resource)
        if answer is None:
            action, asked = asked_of_server(permission, resource)
            as_user = self._client.with_options(user_token=self._token, tenant=self.tenant_id)
            try:
                answer = as_user.access.check(action=action, resource=asked).allowed is True
            except AuthenticationError as error:
                # The token was good a moment ago: it is about the user all the same.
                raise NotAdmitted(error) from error
        if not answer:
            raise _denied(permission)


class AsyncRequestContext(ContextBase):
    """Who is asking an application with asyncio, and about which tenant."""

    def __init__(
        self,
        client: AsyncDream,
        token: str,
        known: Me,
        request_id: str,
        here: DecidesHere,
    ) -> None:
        super().__init__(token, known, request_id, here)
        self._client = client

    async def authorize(self, permission: str, resource: ResourceInHand | None = None) -> None:
        """Goes on where the user may do it, with this resource if one is given.

        Raises:
            AuthorizationError: ``access/permission-denied``: they may not.
            ConfigurationError: The resource is no mapping.
            NotAdmitted: The server refuses their token by now.
        """
        answer = self._local_answer(permission, resource)
        if answer is None:
            action, asked = asked_of_server(permission, resource)
            as_user = self._client.with_options(user_token=self._token, tenant=self.tenant_id)
            try:
                verdict = await as_user.access.check(action=action, resource=asked)
                answer = verdict.allowed is True
            except AuthenticationError as error:
                # The token was good a moment ago: it is about the user all the same.
                raise NotAdmitted(error) from error
        if not answer:
            raise _denied(permission)


def _denied(permission: str) -> AuthorizationError:
    return AuthorizationError(
        code="access/permission-denied",
        message=f"The user may not do this: {exact_text(permission)}.",
        user_message="You do not have access to this.",
    )
