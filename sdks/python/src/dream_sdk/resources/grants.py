# Written by dream generate sdk; do not edit.
"""``client.grants``"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.model import nothing
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.grants import CrossTenantGrant, CrossTenantGrantPage

_GRANTS_LIST = Operation("grants.list", "GET", "/v1/tenants/{tenant}/grants", is_about_tenant=True)
_GRANTS_LIST_OF_USER = Operation(
    "grants.listOfUser",
    "GET",
    "/v1/users/{user}/grants",
    is_about_tenant=True,
)
_GRANTS_SET = Operation(
    "grants.set",
    "PUT",
    "/v1/tenants/{tenant}/grants/{user}",
    is_mutation=True,
    is_about_tenant=True,
)
_GRANTS_WITHDRAW = Operation(
    "grants.withdraw",
    "DELETE",
    "/v1/tenants/{tenant}/grants/{user}",
    is_mutation=True,
    is_about_tenant=True,
)


class GrantsResource(ResourceBase):
    """Lets people of one tenant, such as support staff, act in others, for a time or until it is
    withdrawn.
    """

    def list(
        self,
        tenant: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[CrossTenantGrantPage, CrossTenantGrant]:
        """List the cross-tenant grants for a tenant, by user id.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``tenants/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _GRANTS_LIST,
            CrossTenantGrantPage,
            path={"tenant": tenant},
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def list_of_user(
        self,
        user: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[CrossTenantGrantPage, CrossTenantGrant]:
        """List the cross-tenant grants of a user, by tenant id.

        Where the request is about a tenant, the grant for that one only.

        Args:
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``users/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _GRANTS_LIST_OF_USER,
            CrossTenantGrantPage,
            path={"user": user},
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def set(
        self,
        tenant: str,
        user: str,
        *,
        roles: Sequence[str],
        reason: str,
        expires_at: datetime | str | None = None,
        options: CallOptions | None = None,
    ) -> CrossTenantGrant:
        """Let a user who is no member act within a tenant.

        A grant that the user has for the tenant already is replaced.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            roles: Keys of Roles.
            reason: Why, for whoever asks later.
            expires_at: Absent: until it is withdrawn.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``grants/expiry-in-the-past``,
                ``roles/not-assignable``, ``roles/unknown``, ``tenants/not-found``,
                ``users/not-found``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _GRANTS_SET,
            CrossTenantGrant,
            path={"tenant": tenant, "user": user},
            body=body_of({"roles": roles, "reason": reason, "expiresAt": expires_at}),
            options=options,
        )

    def withdraw(self, tenant: str, user: str, *, options: CallOptions | None = None) -> None:
        """Withdraw a cross-tenant grant.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``grants/not-found``, ``tenants/not-found``, or one
                that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        self._call(
            _GRANTS_WITHDRAW,
            nothing,
            path={"tenant": tenant, "user": user},
            options=options,
        )


class AsyncGrantsResource(AsyncResourceBase):
    """Lets people of one tenant, such as support staff, act in others, for a time or until it is
    withdrawn.
    """

    def list(
        self,
        tenant: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[CrossTenantGrantPage, CrossTenantGrant]:
        """List the cross-tenant grants for a tenant, by user id.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``tenants/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _GRANTS_LIST,
            CrossTenantGrantPage,
            path={"tenant": tenant},
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def list_of_user(
        self,
        user: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[CrossTenantGrantPage, CrossTenantGrant]:
        """List the cross-tenant grants of a user, by tenant id.

        Where the request is about a tenant, the grant for that one only.

        Args:
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``users/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _GRANTS_LIST_OF_USER,
            CrossTenantGrantPage,
            path={"user": user},
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    async def set(
        self,
        tenant: str,
        user: str,
        *,
        roles: Sequence[str],
        reason: str,
        expires_at: datetime | str | None = None,
        options: CallOptions | None = None,
    ) -> CrossTenantGrant:
        """Let a user who is no member act within a tenant.

        A grant that the user has for the tenant already is replaced.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            roles: Keys of Roles.
            reason: Why, for whoever asks later.
            expires_at: Absent: until it is withdrawn.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``grants/expiry-in-the-past``,
                ``roles/not-assignable``, ``roles/unknown``, ``tenants/not-found``,
                ``users/not-found``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _GRANTS_SET,
            CrossTenantGrant,
            path={"tenant": tenant, "user": user},
            body=body_of({"roles": roles, "reason": reason, "expiresAt": expires_at}),
            options=options,
        )

    async def withdraw(self, tenant: str, user: str, *, options: CallOptions | None = None) -> None:
        """Withdraw a cross-tenant grant.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``grants/not-found``, ``tenants/not-found``, or one
                that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        await self._call(
            _GRANTS_WITHDRAW,
            nothing,
            path={"tenant": tenant, "user": user},
            options=options,
        )
