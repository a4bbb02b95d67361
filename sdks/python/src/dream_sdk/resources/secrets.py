# Written by dream generate sdk; do not edit.
"""``client.secrets``"""

from __future__ import annotations

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.model import nothing
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.secrets import SecretName, SecretNamePage

_SECRETS_LIST = Operation("secrets.list", "GET", "/v1/secrets")
_SECRETS_REMOVE = Operation("secrets.remove", "DELETE", "/v1/secrets/{name}", is_mutation=True)
_SECRETS_SET = Operation("secrets.set", "PUT", "/v1/secrets/{name}", is_mutation=True)


class SecretsResource(ResourceBase):
    """Secrets that files name as `${secrets.NAME}`: setting, naming and removing them, never
    reading them.
    """

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[SecretNamePage, SecretName]:
        """List the names of secrets.

        Names, and who set them when. No operation returns a value.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _SECRETS_LIST,
            SecretNamePage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def remove(self, name: str, *, options: CallOptions | None = None) -> None:
        """Remove a secret.

        Args:
            name: As configuration writes it: `${secrets.NAME}`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``secrets/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        self._call(_SECRETS_REMOVE, nothing, path={"name": name}, options=options)

    def set(self, name: str, *, value: str, options: CallOptions | None = None) -> SecretName:
        """Set a secret.

        Keeps the value sealed, in place of an earlier one.

        Args:
            name: As configuration writes it: `${secrets.NAME}`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``secrets/no-master-key``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _SECRETS_SET,
            SecretName,
            path={"name": name},
            body=body_of({"value": value}),
            options=options,
        )


class AsyncSecretsResource(AsyncResourceBase):
    """Secrets that files name as `${secrets.NAME}`: setting, naming and removing them, never
    reading them.
    """

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[SecretNamePage, SecretName]:
        """List the names of secrets.

        Names, and who set them when. No operation returns a value.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _SECRETS_LIST,
            SecretNamePage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    async def remove(self, name: str, *, options: CallOptions | None = None) -> None:
        """Remove a secret.

        Args:
            name: As configuration writes it: `${secrets.NAME}`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``secrets/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        await self._call(_SECRETS_REMOVE, nothing, path={"name": name}, options=options)

    async def set(self, name: str, *, value: str, options: CallOptions | None = None) -> SecretName:
        """Set a secret.

        Keeps the value sealed, in place of an earlier one.

        Args:
            name: As configuration writes it: `${secrets.NAME}`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``secrets/no-master-key``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _SECRETS_SET,
            SecretName,
            path={"name": name},
            body=body_of({"value": value}),
            options=options,
        )
