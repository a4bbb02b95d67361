# Written by dream generate sdk; do not edit.
"""``client.users``"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.model import nothing
from .._core.omit import OMIT, Omit
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.users import Membership, MembershipPage, User, UserPage

_USERS_CREATE = Operation("users.create", "POST", "/v1/users", is_mutation=True)
_USERS_DELETE = Operation("users.delete", "DELETE", "/v1/users/{user}", is_mutation=True)
_USERS_GET = Operation("users.get", "GET", "/v1/users/{user}", is_about_tenant=True)
_USERS_LIST = Operation("users.list", "GET", "/v1/users", is_about_tenant=True)
_USERS_MEMBERSHIPS = Operation(
    "users.memberships",
    "GET",
    "/v1/users/{user}/memberships",
    is_about_tenant=True,
)
_USERS_PUT = Operation("users.put", "PUT", "/v1/users/{user}", is_mutation=True)
_USERS_UPDATE = Operation("users.update", "PATCH", "/v1/users/{user}", is_mutation=True)


class UsersResource(ResourceBase):
    """The people who use the product, known by their id at the identity provider, and the roles
    they hold.
    """

    def create(
        self,
        *,
        id: str,
        email: str | None = None,
        name: str | None = None,
        attributes: Mapping[str, Any] | None = None,
        options: CallOptions | None = None,
    ) -> User:
        """Create a user.

        Args:
            id: Id of the user, the identity provider's `sub`: printable ASCII without spaces,
                not `.` or `..`.
            email: Kept in lower case.
            attributes: As the Tenancy of the environment declares them; without one, whatever
                you like.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``attributes/missing``, ``attributes/unknown``,
                ``attributes/wrong-type``, ``users/exists``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _USERS_CREATE,
            User,
            body=body_of({"id": id, "email": email, "name": name, "attributes": attributes}),
            options=options,
        )

    def delete(self, user: str, *, options: CallOptions | None = None) -> None:
        """Delete a user from the environment.

        Memberships, roles, cross-tenant grants and relationships go with it, in every tenant.
        A request that names a tenant deletes its members alone, and those only who are in no
        other.

        Args:
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``users/not-found``, ``users/shared``, or one that
                any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        self._call(_USERS_DELETE, nothing, path={"user": user}, options=options)

    def get(self, user: str, *, options: CallOptions | None = None) -> User:
        """Get one user.

        Args:
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``users/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(_USERS_GET, User, path={"user": user}, options=options)

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        email: str | None = None,
        options: CallOptions | None = None,
    ) -> Paged[UserPage, User]:
        """List users, newest first.

        Where the request is about a tenant, its members only.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            email: Only those of this address.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _USERS_LIST,
            UserPage,
            query={"page": page, "pageSize": page_size, "email": email},
            options=options,
        )

    def memberships(
        self,
        user: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[MembershipPage, Membership]:
        """List the tenants a user is a member of, with the roles held there.

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
            _USERS_MEMBERSHIPS,
            MembershipPage,
            path={"user": user},
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def put(
        self,
        user: str,
        *,
        email: str | None = None,
        name: str | None = None,
        attributes: Mapping[str, Any] | None = None,
        options: CallOptions | None = None,
    ) -> User:
        """Create or replace a user.

        For whoever keeps the directory in step with an identity provider: the same call for
        new and known. A request that names a tenant replaces, of those there are, its members
        alone, and those only who are in no other.

        Args:
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            email: Kept in lower case.
            attributes: As the Tenancy of the environment declares them; without one, whatever
                you like.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``attributes/missing``, ``attributes/unknown``,
                ``attributes/wrong-type``, ``users/not-found``, ``users/shared``, or one that
                any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _USERS_PUT,
            User,
            path={"user": user},
            body=body_of({"email": email, "name": name, "attributes": attributes}),
            options=options,
        )

    def update(
        self,
        user: str,
        *,
        email: str | None | Omit = OMIT,
        name: str | None | Omit = OMIT,
        attributes: Mapping[str, Any] | None = None,
        options: CallOptions | None = None,
    ) -> User:
        """Change some of what is known of a user.

        A request that names a tenant changes its members alone, and those only who are in no
        other.

        Args:
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            email: Kept in lower case.
            attributes: Those that change; null takes one away.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``attributes/missing``, ``attributes/unknown``,
                ``attributes/wrong-type``, ``users/not-found``, ``users/shared``, or one that
                any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _USERS_UPDATE,
            User,
            path={"user": user},
            body=body_of(
                {"email": email, "name": name, "attributes": attributes},
                null=("email", "name"),
            ),
            options=options,
        )


class AsyncUsersResource(AsyncResourceBase):
    """The people who use the product, known by their id at the identity provider, and the roles
    they hold.
    """

    async def create(
        self,
        *,
        id: str,
        email: str | None = None,
        name: str | None = None,
        attributes: Mapping[str, Any] | None = None,
        options: CallOptions | None = None,
    ) -> User:
        """Create a user.

        Args:
            id: Id of the user, the identity provider's `sub`: printable ASCII without spaces,
                not `.` or `..`.
            email: Kept in lower case.
            attributes: As the Tenancy of the environment declares them; without one, whatever
                you like.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``attributes/missing``, ``attributes/unknown``,
                ``attributes/wrong-type``, ``users/exists``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _USERS_CREATE,
            User,
            body=body_of({"id": id, "email": email, "name": name, "attributes": attributes}),
            options=options,
        )

    async def delete(self, user: str, *, options: CallOptions | None = None) -> None:
        """Delete a user from the environment.

        Memberships, roles, cross-tenant grants and relationships go with it, in every tenant.
        A request that names a tenant deletes its members alone, and those only who are in no
        other.

        Args:
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``users/not-found``, ``users/shared``, or one that
                any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        await self._call(_USERS_DELETE, nothing, path={"user": user}, options=options)

    async def get(self, user: str, *, options: CallOptions | None = None) -> User:
        """Get one user.

        Args:
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``users/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(_USERS_GET, User, path={"user": user}, options=options)

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        email: str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[UserPage, User]:
        """List users, newest first.

        Where the request is about a tenant, its members only.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            email: Only those of this address.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _USERS_LIST,
            UserPage,
            query={"page": page, "pageSize": page_size, "email": email},
            options=options,
        )

    def memberships(
        self,
        user: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[MembershipPage, Membership]:
        """List the tenants a user is a member of, with the roles held there.

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
            _USERS_MEMBERSHIPS,
            MembershipPage,
            path={"user": user},
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    async def put(
        self,
        user: str,
        *,
        email: str | None = None,
        name: str | None = None,
        attributes: Mapping[str, Any] | None = None,
        options: CallOptions | None = None,
    ) -> User:
        """Create or replace a user.

        For whoever keeps the directory in step with an identity provider: the same call for
        new and known. A request that names a tenant replaces, of those there are, its members
        alone, and those only who are in no other.

        Args:
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            email: Kept in lower case.
            attributes: As the Tenancy of the environment declares them; without one, whatever
                you like.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``attributes/missing``, ``attributes/unknown``,
                ``attributes/wrong-type``, ``users/not-found``, ``users/shared``, or one that
                any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _USERS_PUT,
            User,
            path={"user": user},
            body=body_of({"email": email, "name": name, "attributes": attributes}),
            options=options,
        )

    async def update(
        self,
        user: str,
        *,
        email: str | None | Omit = OMIT,
        name: str | None | Omit = OMIT,
        attributes: Mapping[str, Any] | None = None,
        options: CallOptions | None = None,
    ) -> User:
        """Change some of what is known of a user.

        A request that names a tenant changes its members alone, and those only who are in no
        other.

        Args:
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            email: Kept in lower case.
            attributes: Those that change; null takes one away.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``attributes/missing``, ``attributes/unknown``,
                ``attributes/wrong-type``, ``users/not-found``, ``users/shared``, or one that
                any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _USERS_UPDATE,
            User,
            path={"user": user},
            body=body_of(
                {"email": email, "name": name, "attributes": attributes},
                null=("email", "name"),
            ),
            options=options,
        )
