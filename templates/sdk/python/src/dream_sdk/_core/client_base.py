"""What ``Dream`` and ``AsyncDream`` have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

from .._version import API_VERSION
from .hooks import Hook
from .httpx_clients import AsyncHttpxClient, HttpxClient
from .settings import Settings, UserToken, base_url_of, keys_of

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .connection import Connection

ClientT = TypeVar("ClientT", bound="ClientBase")


class ClientOptions(TypedDict, total=False):
    """The settings of a client, as ``with_options`` takes them."""

    base_url: str
    secret_key: str | None
    publishable_key: str | None
    user_token: UserToken | None
    tenant: str | None
    version: str
    timeout: float
    max_retries: int
    max_retry_delay: float
    headers: Mapping[str, str | None]
    on_request: Hook | None
    on_response: Hook | None
    on_retry: Hook | None


class ClientBase:
    """A client with settings of its own. Any number of them live side by side."""

    _connection: Connection[Any]

    def __init__(
        self,
        *,
        base_url: str | None = None,
        secret_key: str | None = None,
        publishable_key: str | None = None,
        user_token: UserToken | None = None,
        tenant: str | None = None,
        version: str = API_VERSION,
        timeout: float = 30.0,
        max_retries: int = 2,
        max_retry_delay: float = 60.0,
        headers: Mapping[str, str | None] | None = None,
        on_request: Hook | None = None,
        on_response: Hook | None = None,
        on_retry: Hook | None = None,
        http_client: HttpxClient | AsyncHttpxClient | None = None,
    ) -> None:
        """Makes a client. Nothing is sent yet.

        Args:
            base_url: Where the server is; else the variable ``DREAM_BASE_URL``.
            secret_key: ``sk_…``, for servers.
            publishable_key: ``pk_…``, for apps. With neither of the two, those of the variables
                ``DREAM_SECRET_KEY`` and ``DREAM_PUBLISHABLE_KEY``.
            user_token: The token of who is signed in, or a function that gets one.
            tenant: The tenant of operations that may be about one.
            version: ``Dream-Version``; else the one this SDK was made for.
            timeout: Seconds for one attempt, its body included.
            max_retries: Attempts beyond the first.
            max_retry_delay: Seconds that are waited at most before one of them.
            headers: Sent with every request.
            on_request: Told of every request before it is sent.
            on_response: Told of every answer.
            on_retry: Told of every further attempt before it is waited for.
            http_client: What requests go over in place of the SDK's own connections: an
                ``httpx.Client`` for ``Dream``, an ``httpx.AsyncClient`` for ``AsyncDream``. Whoever
                made it closes it.

        Raises:
            ConfigurationError: A setting cannot be meant.
        """
        secret_key, publishable_key = keys_of(secret_key, publishable_key)
        settings = Settings(
            {
                "base_url": base_url_of(base_url),
                "secret_key": secret_key,
                "publishable_key": publishable_key,
                "user_token": user_token,
                "tenant": tenant,
                "version": version,
                "timeout": timeout,
                "max_retries": max_retries,
                "max_retry_delay": max_retry_delay,
                "headers": {} if headers is None else headers,
                "on_request": on_request,
                "on_response": on_response,
                "on_retry": on_retry,
            }
        )
        self._connection = self._connected(settings, http_client)

    def set_user_token(self, token: UserToken | None) -> None:
        """Signs somebody in by their token, or out by None, for calls that are made from now on."""
        self._connection.settings = self._connection.settings.changed({"user_token": token})

    def with_options(self: ClientT, **settings: Unpack[ClientOptions]) -> ClientT:
        """A client with other settings, over the same connections."""
        kind = type(self)
        other = kind.__new__(kind)
        other._connection = self._connection.changed({**settings})
        return other

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._connection.settings.base_url!r})"

    @staticmethod
    def _connected(settings: Settings, http_client: Any) -> Connection[Any]:
        raise NotImplementedError
