# Written by dream generate sdk; do not edit.
"""``client.access``"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.resource import ResourceBase
from ..types.access import (
    AccessCanResult,
    AccessCheckManyResult,
    AccessPolicyResult,
    AccessWhoResult,
    Verdict,
)

if TYPE_CHECKING:
    from ..params.access import AskedResourceParam, CheckParam, SubjectParam
    from .access_decisions import AccessDecisionsResource, AsyncAccessDecisionsResource

_ACCESS_CAN = Operation("access.can", "POST", "/v1/access/can", is_about_tenant=True)
_ACCESS_CHECK = Operation(
    "access.check",
    "POST",
    "/v1/access/check",
    is_mutation=True,
    is_about_tenant=True,
)
_ACCESS_CHECK_MANY = Operation(
    "access.checkMany",
    "POST",
    "/v1/access/checks",
    is_mutation=True,
    is_about_tenant=True,
)
_ACCESS_POLICY = Operation("access.policy", "GET", "/v1/access/policy")
_ACCESS_WHO = Operation("access.who", "POST", "/v1/access/who", is_about_tenant=True)


class AccessResource(ResourceBase):
    @cached_property
    def decisions(self) -> AccessDecisionsResource:
        """Asks whether somebody may do something, who may, and what somebody can do, and why."""
        from .access_decisions import AccessDecisionsResource

        return AccessDecisionsResource(self._connection)

    def can(
        self,
        *,
        subject: SubjectParam | None = None,
        resource: AskedResourceParam | None = None,
        context: Mapping[str, Any] | None = None,
        tenant: str | None = None,
        options: CallOptions | None = None,
    ) -> AccessCanResult:
        """List what somebody may do.

        What the roles grant, with the role that says so; and, for a resource, the decision on
        each of its actions.

        Args:
            context: What conditions may ask of `context`: whence and how the request came.
            tenant: The tenant it is about. May stand in `X-Tenant-ID` instead; where both
                are, they are the same.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``access/only-oneself``, ``access/secret-key-only``,
                ``access/subject-missing``, ``access/tenant-mismatch``,
                ``access/tenant-missing``, ``tenants/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _ACCESS_CAN,
            AccessCanResult,
            body=body_of(
                {"subject": subject, "resource": resource, "context": context, "tenant": tenant},
            ),
            options=options,
        )

    def check(
        self,
        *,
        action: str,
        resource: AskedResourceParam,
        subject: SubjectParam | None = None,
        context: Mapping[str, Any] | None = None,
        tenant: str | None = None,
        explain: bool | None = None,
        options: CallOptions | None = None,
    ) -> Verdict:
        """Decide whether somebody may do something.

        The decision is entered in the decision log before it is answered.

        Args:
            action: An action of the resource type, `approve`, or narrowed to one of its
                scopes, `read:self`.
            context: What conditions may ask of `context`: whence and how the request came.
            tenant: The tenant it is about. May stand in `X-Tenant-ID` instead; where both
                are, they are the same.
            explain: Answer with the grounds as well. Default: ``False``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``access/only-oneself``, ``access/secret-key-only``,
                ``access/subject-missing``, ``access/tenant-mismatch``,
                ``access/tenant-missing``, ``tenants/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _ACCESS_CHECK,
            Verdict,
            body=body_of(
                {
                    "subject": subject,
                    "action": action,
                    "resource": resource,
                    "context": context,
                    "tenant": tenant,
                    "explain": explain,
                },
            ),
            options=options,
        )

    def check_many(
        self,
        *,
        checks: Sequence[CheckParam],
        subject: SubjectParam | None = None,
        tenant: str | None = None,
        explain: bool | None = None,
        options: CallOptions | None = None,
    ) -> AccessCheckManyResult:
        """Decide up to 1,000 questions about one tenant.

        Answers stand in the order of the questions. All are decided by what is stored at one
        moment.

        Args:
            subject: Whom the questions are about that name nobody themselves.
            tenant: The tenant it is about. May stand in `X-Tenant-ID` instead; where both
                are, they are the same.
            explain: Answer with the grounds as well. Default: ``False``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``access/only-oneself``, ``access/secret-key-only``,
                ``access/subject-missing``, ``access/tenant-mismatch``,
                ``access/tenant-missing``, ``tenants/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _ACCESS_CHECK_MANY,
            AccessCheckManyResult,
            body=body_of(
                {"subject": subject, "checks": checks, "tenant": tenant, "explain": explain},
            ),
            options=options,
        )

    def policy(self, *, options: CallOptions | None = None) -> AccessPolicyResult:
        """Get what every role grants.

        For a backend that makes permissions of role slugs by itself. Ask again with
        `If-None-Match`: 304 as long as nothing was applied.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(_ACCESS_POLICY, AccessPolicyResult, options=options)

    def who(
        self,
        *,
        action: str,
        resource: AskedResourceParam,
        context: Mapping[str, Any] | None = None,
        tenant: str | None = None,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AccessWhoResult:
        """List everybody who may do something.

        Members, guests and service accounts of the tenant, by type and id, each with what
        allows it. Conditions are held against what is stored.

        Args:
            action: An action of the resource type, `approve`, or narrowed to one of its
                scopes, `read:self`.
            context: What conditions may ask of `context`: whence and how the request came.
            tenant: The tenant it is about. May stand in `X-Tenant-ID` instead; where both
                are, they are the same.
            page: Default: ``1``.
            page_size: Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``access/tenant-mismatch``,
                ``access/tenant-missing``, ``tenants/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _ACCESS_WHO,
            AccessWhoResult,
            body=body_of(
                {
                    "action": action,
                    "resource": resource,
                    "context": context,
                    "tenant": tenant,
                    "page": page,
                    "pageSize": page_size,
                },
            ),
            options=options,
        )


class AsyncAccessResource(AsyncResourceBase):
    @cached_property
    def decisions(self) -> AsyncAccessDecisionsResource:
        """Asks whether somebody may do something, who may, and what somebody can do, and why."""
        from .access_decisions import AsyncAccessDecisionsResource

        return AsyncAccessDecisionsResource(self._connection)

    async def can(
        self,
        *,
        subject: SubjectParam | None = None,
        resource: AskedResourceParam | None = None,
        context: Mapping[str, Any] | None = None,
        tenant: str | None = None,
        options: CallOptions | None = None,
    ) -> AccessCanResult:
        """List what somebody may do.

        What the roles grant, with the role that says so; and, for a resource, the decision on
        each of its actions.

        Args:
            context: What conditions may ask of `context`: whence and how the request came.
            tenant: The tenant it is about. May stand in `X-Tenant-ID` instead; where both
                are, they are the same.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``access/only-oneself``, ``access/secret-key-only``,
                ``access/subject-missing``, ``access/tenant-mismatch``,
                ``access/tenant-missing``, ``tenants/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _ACCESS_CAN,
            AccessCanResult,
            body=body_of(
                {"subject": subject, "resource": resource, "context": context, "tenant": tenant},
            ),
            options=options,
        )

    async def check(
        self,
        *,
        action: str,
        resource: AskedResourceParam,
        subject: SubjectParam | None = None,
        context: Mapping[str, Any] | None = None,
        tenant: str | None = None,
        explain: bool | None = None,
        options: CallOptions | None = None,
    ) -> Verdict:
        """Decide whether somebody may do something.

        The decision is entered in the decision log before it is answered.

        Args:
            action: An action of the resource type, `approve`, or narrowed to one of its
                scopes, `read:self`.
            context: What conditions may ask of `context`: whence and how the request came.
            tenant: The tenant it is about. May stand in `X-Tenant-ID` instead; where both
                are, they are the same.
            explain: Answer with the grounds as well. Default: ``False``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``access/only-oneself``, ``access/secret-key-only``,
                ``access/subject-missing``, ``access/tenant-mismatch``,
                ``access/tenant-missing``, ``tenants/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _ACCESS_CHECK,
            Verdict,
            body=body_of(
                {
                    "subject": subject,
                    "action": action,
                    "resource": resource,
                    "context": context,
                    "tenant": tenant,
                    "explain": explain,
                },
            ),
            options=options,
        )

    async def check_many(
        self,
        *,
        checks: Sequence[CheckParam],
        subject: SubjectParam | None = None,
        tenant: str | None = None,
        explain: bool | None = None,
        options: CallOptions | None = None,
    ) -> AccessCheckManyResult:
        """Decide up to 1,000 questions about one tenant.

        Answers stand in the order of the questions. All are decided by what is stored at one
        moment.

        Args:
            subject: Whom the questions are about that name nobody themselves.
            tenant: The tenant it is about. May stand in `X-Tenant-ID` instead; where both
                are, they are the same.
            explain: Answer with the grounds as well. Default: ``False``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``access/only-oneself``, ``access/secret-key-only``,
                ``access/subject-missing``, ``access/tenant-mismatch``,
                ``access/tenant-missing``, ``tenants/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _ACCESS_CHECK_MANY,
            AccessCheckManyResult,
            body=body_of(
                {"subject": subject, "checks": checks, "tenant": tenant, "explain": explain},
            ),
            options=options,
        )

    async def policy(self, *, options: CallOptions | None = None) -> AccessPolicyResult:
        """Get what every role grants.

        For a backend that makes permissions of role slugs by itself. Ask again with
        `If-None-Match`: 304 as long as nothing was applied.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(_ACCESS_POLICY, AccessPolicyResult, options=options)

    async def who(
        self,
        *,
        action: str,
        resource: AskedResourceParam,
        context: Mapping[str, Any] | None = None,
        tenant: str | None = None,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AccessWhoResult:
        """List everybody who may do something.

        Members, guests and service accounts of the tenant, by type and id, each with what
        allows it. Conditions are held against what is stored.

        Args:
            action: An action of the resource type, `approve`, or narrowed to one of its
                scopes, `read:self`.
            context: What conditions may ask of `context`: whence and how the request came.
            tenant: The tenant it is about. May stand in `X-Tenant-ID` instead; where both
                are, they are the same.
            page: Default: ``1``.
            page_size: Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``access/tenant-mismatch``,
                ``access/tenant-missing``, ``tenants/not-found``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _ACCESS_WHO,
            AccessWhoResult,
            body=body_of(
                {
                    "action": action,
                    "resource": resource,
                    "context": context,
                    "tenant": tenant,
                    "page": page,
                    "pageSize": page_size,
                },
            ),
            options=options,
        )
