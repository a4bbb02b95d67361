# Written by dream generate sdk; do not edit.
"""``client.service_accounts``"""

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
from ..types.service_accounts import ServiceAccount, ServiceAccountPage

_SERVICE_ACCOUNTS_ADD_ROLE = Operation(
    "serviceAccounts.addRole",
    "PUT",
    "/v1/tenants/{tenant}/service-accounts/{account}/roles/{role}",
    is_mutation=True,
    is_about_tenant=True,
)
_SERVICE_ACCOUNTS_CREATE = Operation(
    "serviceAccounts.create",
    "POST",
    "/v1/tenants/{tenant}/service-accounts",
    is_mutation=True,
    is_about_tenant=True,
)
_SERVICE_ACCOUNTS_DELETE = Operation(
    "serviceAccounts.delete",
    "DELETE",
    "/v1/tenants/{tenant}/service-accounts/{account}",
    is_mutation=True,
    is_about_tenant=True,
)
_SERVICE_ACCOUNTS_GET = Operation(
    "serviceAccounts.get",
    "GET",
    "/v1/tenants/{tenant}/service-accounts/{account}",
    is_about_tenant=True,
)
_SERVICE_ACCOUNTS_LIST = Operation(
    "serviceAccounts.list",
    "GET",
    "/v1/tenants/{tenant}/service-accounts",
    is_about_tenant=True,
)
_SERVICE_ACCOUNTS_REMOVE_ROLE = Operation(
    "serviceAccounts.removeRole",
    "DELETE",
    "/v1/tenants/{tenant}/service-accounts/{account}/roles/{role}",
    is_mutation=True,
    is_about_tenant=True,
)
_SERVICE_ACCOUNTS_SET_ROLES = Operation(
    "serviceAccounts.setRoles",
    "PUT",
    "/v1/tenants/{tenant}/service-accounts/{account}/roles",
    is_mutation=True,
    is_about_tenant=True,
)


class ServiceAccountsResource(ResourceBase):
    """The programs of a tenant that act in its name, and the roles they hold."""

    def add_role(
        self,
        tenant: str,
        account: str,
        role: str,
        *,
        options: CallOptions | None = None,
    ) -> ServiceAccount:
        """Give a service account one more role.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            account: The id of a service account, which begins with `svc_`.
            role: Key of a Role.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``roles/not-assignable``, ``roles/unknown``,
                ``service-accounts/not-found``, ``tenants/not-found``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _SERVICE_ACCOUNTS_ADD_ROLE,
            ServiceAccount,
            path={"tenant": tenant, "account": account, "role": role},
            options=options,
        )

    def create(
        self,
        tenant: str,
        *,
        name: str,
        roles: Sequence[str] | None = None,
        options: CallOptions | None = None,
    ) -> ServiceAccount:
        """Create a service account.

        It has the roles asked for and no others: those of new members are for people.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            roles: Keys of Roles.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``roles/not-assignable``, ``roles/unknown``,
                ``tenants/not-found``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _SERVICE_ACCOUNTS_CREATE,
            ServiceAccount,
            path={"tenant": tenant},
            body=body_of({"name": name, "roles": roles}),
            options=options,
        )

    def delete(self, tenant: str, account: str, *, options: CallOptions | None = None) -> None:
        """Delete a service account with its roles.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            account: The id of a service account, which begins with `svc_`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``roles/not-assignable``,
                ``service-accounts/not-found``, ``tenants/not-found``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        self._call(
            _SERVICE_ACCOUNTS_DELETE,
            nothing,
            path={"tenant": tenant, "account": account},
            options=options,
        )

    def get(
        self,
        tenant: str,
        account: str,
        *,
        options: CallOptions | None = None,
    ) -> ServiceAccount:
        """Get one service account with its roles.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            account: The id of a service account, which begins with `svc_`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``service-accounts/not-found``,
                ``tenants/not-found``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _SERVICE_ACCOUNTS_GET,
            ServiceAccount,
            path={"tenant": tenant, "account": account},
            options=options,
        )

    def list(
        self,
        tenant: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[ServiceAccountPage, ServiceAccount]:
        """List the service accounts of a tenant with their roles, oldest first.

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
            _SERVICE_ACCOUNTS_LIST,
            ServiceAccountPage,
            path={"tenant": tenant},
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def remove_role(
        self,
        tenant: str,
        account: str,
        role: str,
        *,
        options: CallOptions | None = None,
    ) -> ServiceAccount:
        """Take one role from a service account.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            account: The id of a service account, which begins with `svc_`.
            role: Key of a Role.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``roles/not-assignable``,
                ``service-accounts/not-found``, ``tenants/not-found``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _SERVICE_ACCOUNTS_REMOVE_ROLE,
            ServiceAccount,
            path={"tenant": tenant, "account": account, "role": role},
            options=options,
        )

    def set_roles(
        self,
        tenant: str,
        account: str,
        *,
        roles: Sequence[str],
        options: CallOptions | None = None,
    ) -> ServiceAccount:
        """Give a service account exactly these roles.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            account: The id of a service account, which begins with `svc_`.
            roles: Keys of Roles.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``roles/not-assignable``, ``roles/unknown``,
                ``service-accounts/not-found``, ``tenants/not-found``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _SERVICE_ACCOUNTS_SET_ROLES,
            ServiceAccount,
            path={"tenant": tenant, "account": account},
            body=body_of({"roles": roles}),
            options=options,
        )


class AsyncServiceAccountsResource(AsyncResourceBase):
    """The programs of a tenant that act in its name, and the roles they hold."""

    async def add_role(
        self,
        tenant: str,
        account: str,
        role: str,
        *,
        options: CallOptions | None = None,
    ) -> ServiceAccount:
        """Give a service account one more role.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            account: The id of a service account, which begins with `svc_`.
            role: Key of a Role.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``roles/not-assignable``, ``roles/unknown``,
                ``service-accounts/not-found``, ``tenants/not-found``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _SERVICE_ACCOUNTS_ADD_ROLE,
            ServiceAccount,
            path={"tenant": tenant, "account": account, "role": role},
            options=options,
        )

    async def create(
        self,
        tenant: str,
        *,
        name: str,
        roles: Sequence[str] | None = None,
        options: CallOptions | None = None,
    ) -> ServiceAccount:
        """Create a service account.

        It has the roles asked for and no others: those of new members are for people.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            roles: Keys of Roles.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``roles/not-assignable``, ``roles/unknown``,
                ``tenants/not-found``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _SERVICE_ACCOUNTS_CREATE,
            ServiceAccount,
            path={"tenant": tenant},
            body=body_of({"name": name, "roles": roles}),
            options=options,
        )

    async def delete(
        self,
        tenant: str,
        account: str,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Delete a service account with its roles.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            account: The id of a service account, which begins with `svc_`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``roles/not-assignable``,
                ``service-accounts/not-found``, ``tenants/not-found``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        await self._call(
            _SERVICE_ACCOUNTS_DELETE,
            nothing,
            path={"tenant": tenant, "account": account},
            options=options,
        )

    async def get(
        self,
        tenant: str,
        account: str,
        *,
        options: CallOptions | None = None,
    ) -> ServiceAccount:
        """Get one service account with its roles.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            account: The id of a service account, which begins with `svc_`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``service-accounts/not-found``,
                ``tenants/not-found``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _SERVICE_ACCOUNTS_GET,
            ServiceAccount,
            path={"tenant": tenant, "account": account},
            options=options,
        )

    def list(
        self,
        tenant: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[ServiceAccountPage, ServiceAccount]:
        """List the service accounts of a tenant with their roles, oldest first.

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
            _SERVICE_ACCOUNTS_LIST,
            ServiceAccountPage,
            path={"tenant": tenant},
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    async def remove_role(
        self,
        tenant: str,
        account: str,
        role: str,
        *,
        options: CallOptions | None = None,
    ) -> ServiceAccount:
        """Take one role from a service account.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            account: The id of a service account, which begins with `svc_`.
            role: Key of a Role.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``roles/not-assignable``,
                ``service-accounts/not-found``, ``tenants/not-found``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _SERVICE_ACCOUNTS_REMOVE_ROLE,
            ServiceAccount,
            path={"tenant": tenant, "account": account, "role": role},
            options=options,
        )

    async def set_roles(
        self,
        tenant: str,
        account: str,
        *,
        roles: Sequence[str],
        options: CallOptions | None = None,
    ) -> ServiceAccount:
        """Give a service account exactly these roles.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            account: The id of a service account, which begins with `svc_`.
            roles: Keys of Roles.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``roles/not-assignable``, ``roles/unknown``,
                ``service-accounts/not-found``, ``tenants/not-found``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _SERVICE_ACCOUNTS_SET_ROLES,
            ServiceAccount,
            path={"tenant": tenant, "account": account},
            body=body_of({"roles": roles}),
            options=options,
        )
