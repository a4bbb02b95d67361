# Written by dream generate sdk; do not edit.
"""``client.tokens``"""

from __future__ import annotations

from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.resource import ResourceBase
from ..types.tokens import TokensClaimsResult

_TOKENS_CLAIMS = Operation("tokens.claims", "POST", "/v1/tokens/claims", is_about_tenant=True)


class TokensResource(ResourceBase):
    """What the token of a user is to hold, who it belongs to, and what the roles in it grant."""

    def claims(
        self,
        *,
        user: str,
        publishable_key: str,
        session_id: str | None = None,
        max_bytes: int | None = None,
        options: CallOptions | None = None,
    ) -> TokensClaimsResult:
        """Say what a token of a user is to hold.

        For the server that signs the tokens: it puts the answer into the token as it is.
        Roles, permissions and plan are then taken from the token without asking a database,
        for as long as the policy version stays; what changes later is felt within a second,
        however long the token lives.

        Args:
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            publishable_key: The token will be taken with this publishable key only.
            session_id: Given back among the claims.
            max_bytes: Bytes of the token that the claims may take, encoded. Clerk leaves some
                1,200. Default: ``2795``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``tokens/not-admitted``, ``tokens/too-large``,
                ``tokens/unknown-publishable-key``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _TOKENS_CLAIMS,
            TokensClaimsResult,
            body=body_of(
                {
                    "user": user,
                    "publishableKey": publishable_key,
                    "sessionId": session_id,
                    "maxBytes": max_bytes,
                },
            ),
            options=options,
        )


class AsyncTokensResource(AsyncResourceBase):
    """What the token of a user is to hold, who it belongs to, and what the roles in it grant."""

    async def claims(
        self,
        *,
        user: str,
        publishable_key: str,
        session_id: str | None = None,
        max_bytes: int | None = None,
        options: CallOptions | None = None,
    ) -> TokensClaimsResult:
        """Say what a token of a user is to hold.

        For the server that signs the tokens: it puts the answer into the token as it is.
        Roles, permissions and plan are then taken from the token without asking a database,
        for as long as the policy version stays; what changes later is felt within a second,
        however long the token lives.

        Args:
            user: Id of the user, the identity provider's `sub`: printable ASCII without
                spaces, not `.` or `..`.
            publishable_key: The token will be taken with this publishable key only.
            session_id: Given back among the claims.
            max_bytes: Bytes of the token that the claims may take, encoded. Clerk leaves some
                1,200. Default: ``2795``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``tokens/not-admitted``, ``tokens/too-large``,
                ``tokens/unknown-publishable-key``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _TOKENS_CLAIMS,
            TokensClaimsResult,
            body=body_of(
                {
                    "user": user,
                    "publishableKey": publishable_key,
                    "sessionId": session_id,
                    "maxBytes": max_bytes,
                },
            ),
            options=options,
        )
