# Written by dream generate sdk; do not edit.
"""``client.members``"""

from __future__ import annotations

from collections.abc import Sequence

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.model import nothing
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.members import Member, MemberPage

_MEMBERS_ADD = Operation(
    "members.add",
    "POST",
    "/v1/tenants/{tenant}/members",
    is_mutation=True,
    is_about_tenant=True,
)
_MEMBERS_ADD_ROLE = Operation(
    "members.addRole",
    "PUT",
    "/v1/tenants/{tenant}/members/{user}/roles/{role}",
    is_mutation=True,
    is_about_tenant=True,
)
_MEMBERS_GET = Operation(
    "members.get",
    "GET",
    "/v1/tenants/{tenant}/members/{user}",
    is_about_tenant=True,
)
_MEMBERS_LIST = Operation(
    "members.list",
    "GET",
    "/v1/tenants/{tenant}/members",
    is_about_tenant=True,
)
_MEMBERS_REMOVE = Operation(
    "members.remove",
    "DELETE",
    "/v1/tenants/{tenant}/members/{user}",
    is_mutation=True,
    is_about_tenant=True,
)
_MEMBERS_REMOVE_ROLE = Operation(
    "members.removeRole",
    "DELETE",
    "/v1/tenants/{tenant}/members/{user}/roles/{role}",
    is_mutation=True,
    is_about_tenant=True,
)
_MEMBERS_SET_ROLES = Operation(
    "members.setRoles",
    "PUT",
    "/v1/tenants/{tenant}/members/{user}/roles",
    is_mutation=True,
    is_about_tenant=True,
)


class MembersResource(ResourceBase):
    """Who belongs to a tenant, and with which roles."""

    def add(
        self,
        tenant: str,
        *,
        user_id: str,
        roles: Sequence[str] | None = None,
        options: CallOptions | None = None,
    ) -> Member:
        """Make a user a member of a tenant.

        Every new member gets the Roles that say `default: true`, and those asked for.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user_id: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            roles: Keys of Roles, besides those that every new member gets.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``members/exists``, ``roles/not-assignable``,
                ``roles/unknown``, ``tenants/not-found``, ``users/not-found``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _MEMBERS_ADD,
            Member,
            path={"tenant": tenant},
            body=body_of({"userId": user_id, "roles": roles}),
            options=options,
        )

    def add_role(
        self,
        tenant: str,
        user: str,
        role: str,
        *,
        options: CallOptions | None = None,
    ) -> Member:
        """Give a member one more role.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            role: Key of a Role.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``members/not-found``, ``roles/not-assignable``,
                ``roles/unknown``, ``tenants/not-found``, or one that any operation may answer
                with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _MEMBERS_ADD_ROLE,
            Member,
            path={"tenant": tenant, "user": user, "role": role},
            options=options,
        )

    def get(self, tenant: str, user: str, *, options: CallOptions | None = None) -> Member:
        """Get one member with their roles.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``members/not-found``, ``tenants/not-found``, or one
                that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _MEMBERS_GET,
            Member,
            path={"tenant": tenant, "user": user},
            options=options,
        )

    def list(
        self,
        tenant: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[MemberPage, Member]:
        """List the members of a tenant with their roles, by user id.

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
            _MEMBERS_LIST,
            MemberPage,
            path={"tenant": tenant},
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def remove(self, tenant: str, user: str, *, options: CallOptions | None = None) -> None:
        """Take a member out of a tenant, with the roles held there.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``members/not-found``, ``roles/not-assignable``,
                ``tenants/not-found``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        self._call(_MEMBERS_REMOVE, nothing, path={"tenant": tenant, "user": user}, options=options)

    def remove_role(
        self,
        tenant: str,
        user: str,
        role: str,
        *,
        options: CallOptions | None = None,
    ) -> Member:
        """Take one role from a member.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            role: Key of a Role.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``members/not-found``, ``roles/not-assignable``,
                ``tenants/not-found``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _MEMBERS_REMOVE_ROLE,
            Member,
            path={"tenant": tenant, "user": user, "role": role},
            options=options,
        )

    def set_roles(
        self,
        tenant: str,
        user: str,
        *,
        roles: Sequence[str],
        options: CallOptions | None = None,
    ) -> Member:
        """Give a member exactly these roles.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            roles: Keys of Roles.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``members/not-found``, ``roles/not-assignable``,
                ``roles/unknown``, ``tenants/not-found``, or one that any operation may answer
                with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _MEMBERS_SET_ROLES,
            Member,
            path={"tenant": tenant, "user": user},
            body=body_of({"roles": roles}),
            options=options,
        )


class AsyncMembersResource(AsyncResourceBase):
    """Who belongs to a tenant, and with which roles."""

    async def add(
        self,
        tenant: str,
        *,
        user_id: str,
        roles: Sequence[str] | None = None,
        options: CallOptions | None = None,
    ) -> Member:
        """Make a user a member of a tenant.

        Every new member gets the Roles that say `default: true`, and those asked for.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user_id: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            roles: Keys of Roles, besides those that every new member gets.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``members/exists``, ``roles/not-assignable``,
                ``roles/unknown``, ``tenants/not-found``, ``users/not-found``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _MEMBERS_ADD,
            Member,
            path={"tenant": tenant},
            body=body_of({"userId": user_id, "roles": roles}),
            options=options,
        )

    async def add_role(
        self,
        tenant: str,
        user: str,
        role: str,
        *,
        options: CallOptions | None = None,
    ) -> Member:
        """Give a member one more role.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            role: Key of a Role.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``members/not-found``, ``roles/not-assignable``,
                ``roles/unknown``, ``tenants/not-found``, or one that any operation may answer
                with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _MEMBERS_ADD_ROLE,
            Member,
            path={"tenant": tenant, "user": user, "role": role},
            options=options,
        )

    async def get(self, tenant: str, user: str, *, options: CallOptions | None = None) -> Member:
        """Get one member with their roles.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``members/not-found``, ``tenants/not-found``, or one
                that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _MEMBERS_GET,
            Member,
            path={"tenant": tenant, "user": user},
            options=options,
        )

    def list(
        self,
        tenant: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[MemberPage, Member]:
        """List the members of a tenant with their roles, by user id.

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
            _MEMBERS_LIST,
            MemberPage,
            path={"tenant": tenant},
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    async def remove(self, tenant: str, user: str, *, options: CallOptions | None = None) -> None:
        """Take a member out of a tenant, with the roles held there.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``members/not-found``, ``roles/not-assignable``,
                ``tenants/not-found``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        await self._call(
            _MEMBERS_REMOVE,
            nothing,
            path={"tenant": tenant, "user": user},
            options=options,
        )

    async def remove_role(
        self,
        tenant: str,
        user: str,
        role: str,
        *,
        options: CallOptions | None = None,
    ) -> Member:
        """Take one role from a member.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            role: Key of a Role.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``members/not-found``, ``roles/not-assignable``,
                ``tenants/not-found``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _MEMBERS_REMOVE_ROLE,
            Member,
            path={"tenant": tenant, "user": user, "role": role},
            options=options,
        )

    async def set_roles(
        self,
        tenant: str,
        user: str,
        *,
        roles: Sequence[str],
        options: CallOptions | None = None,
    ) -> Member:
        """Give a member exactly these roles.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            roles: Keys of Roles.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``members/not-found``, ``roles/not-assignable``,
                ``roles/unknown``, ``tenants/not-found``, or one that any operation may answer
                with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _MEMBERS_SET_ROLES,
            Member,
            path={"tenant": tenant, "user": user},
            body=body_of({"roles": roles}),
            options=options,
        )
