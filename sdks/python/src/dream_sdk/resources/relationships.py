# Written by dream generate sdk; do not edit.
"""``client.relationships``"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.relationships import Relationship, RelationshipPage, RelationshipsWritten

if TYPE_CHECKING:
    from ..params.relationships import NewRelationshipParam

_RELATIONSHIPS_LIST = Operation(
    "relationships.list",
    "GET",
    "/v1/tenants/{tenant}/relationships",
    is_about_tenant=True,
)
_RELATIONSHIPS_WRITE = Operation(
    "relationships.write",
    "POST",
    "/v1/tenants/{tenant}/relationships",
    is_mutation=True,
    is_about_tenant=True,
)


class RelationshipsResource(ResourceBase):
    """Who is what to which resource of a tenant: the owner of an invoice, the parent of a
    folder.
    """

    def list(
        self,
        tenant: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        resource: str | None = None,
        relation: str | None = None,
        subject: str | None = None,
        options: CallOptions | None = None,
    ) -> Paged[RelationshipPage, Relationship]:
        """List relationships of a tenant, by resource.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            resource: `document`, or `document:42`.
            subject: `user`, or `user:ada`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``tenants/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _RELATIONSHIPS_LIST,
            RelationshipPage,
            path={"tenant": tenant},
            query={
                "page": page,
                "pageSize": page_size,
                "resource": resource,
                "relation": relation,
                "subject": subject,
            },
            options=options,
        )

    def write(
        self,
        tenant: str,
        *,
        add: Sequence[NewRelationshipParam] | None = None,
        remove: Sequence[NewRelationshipParam] | None = None,
        options: CallOptions | None = None,
    ) -> RelationshipsWritten:
        """Add and remove relationships, all or none of them.

        May be repeated without effect. Types and relations are those that the live
        ResourceTypes declare.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            add: Those that are there already stay.
            remove: Taken away first. Those that are not there are passed over.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``relationships/subject-not-allowed``,
                ``relationships/unknown-relation``, ``relationships/unknown-type``,
                ``tenants/not-found``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _RELATIONSHIPS_WRITE,
            RelationshipsWritten,
            path={"tenant": tenant},
            body=body_of({"add": add, "remove": remove}),
            options=options,
        )


class AsyncRelationshipsResource(AsyncResourceBase):
    """Who is what to which resource of a tenant: the owner of an invoice, the parent of a
    folder.
    """

    def list(
        self,
        tenant: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        resource: str | None = None,
        relation: str | None = None,
        subject: str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[RelationshipPage, Relationship]:
        """List relationships of a tenant, by resource.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            resource: `document`, or `document:42`.
            subject: `user`, or `user:ada`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``tenants/not-found``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _RELATIONSHIPS_LIST,
            RelationshipPage,
            path={"tenant": tenant},
            query={
                "page": page,
                "pageSize": page_size,
                "resource": resource,
                "relation": relation,
                "subject": subject,
            },
            options=options,
        )

    async def write(
        self,
        tenant: str,
        *,
        add: Sequence[NewRelationshipParam] | None = None,
        remove: Sequence[NewRelationshipParam] | None = None,
        options: CallOptions | None = None,
    ) -> RelationshipsWritten:
        """Add and remove relationships, all or none of them.

        May be repeated without effect. Types and relations are those that the live
        ResourceTypes declare.

        Args:
            tenant: Id of the tenant: letters, digits, `.`, `_` and `-`.
            add: Those that are there already stay.
            remove: Taken away first. Those that are not there are passed over.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``relationships/subject-not-allowed``,
                ``relationships/unknown-relation``, ``relationships/unknown-type``,
                ``tenants/not-found``, or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _RELATIONSHIPS_WRITE,
            RelationshipsWritten,
            path={"tenant": tenant},
            body=body_of({"add": add, "remove": remove}),
            options=options,
        )
