# Written by dream generate sdk; do not edit.
"""``client.audit.chains``"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._core.async_resource import AsyncResourceBase
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.resource import ResourceBase
from ..types.audit import SignedChainList

_AUDIT_CHAINS_GET = Operation("audit.chains.get", "GET", "/v1/audit/chains", is_about_tenant=True)


class AuditChainsResource(ResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    def get(
        self,
        *,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
        actor: str | None = None,
        action: str | None = None,
        resource_type: str | None = None,
        resource: str | None = None,
        ip: str | None = None,
        outcome: Literal["success", "failure", "denied"] | str | None = None,
        request_id: str | None = None,
        options: CallOptions | None = None,
    ) -> SignedChainList:
        """Get the signed list of the audit chains.

        Which chains there are at this moment, those of deleted tenants included: the first
        thing that an export of the whole record asks for, so that a chain that is missing
        from it shows. The parameters are those of the exports that belong to it; they stand
        in the list, and all chains are in it whatever they say. Not for a key that has a
        tenant, which reads no other chain.

        Args:
            since: Written at this moment or later.
            until: Written before this moment.
            actor: Id of who did it.
            action: One action, or several: `*` stands for any text, as in `user.*`.
            resource_type: Type of what the entry is about, such as `user`.
            resource: Id of what the entry is about, or of anything it changed besides.
            ip: The address that the request came from, however it is written.
            request_id: The request by which it happened.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/span-reversed``, ``audit/tenant-mismatch``,
                or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _AUDIT_CHAINS_GET,
            SignedChainList,
            query={
                "since": since,
                "until": until,
                "actor": actor,
                "action": action,
                "resourceType": resource_type,
                "resource": resource,
                "ip": ip,
                "outcome": outcome,
                "requestId": request_id,
            },
            options=options,
        )


class AsyncAuditChainsResource(AsyncResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    async def get(
        self,
        *,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
        actor: str | None = None,
        action: str | None = None,
        resource_type: str | None = None,
        resource: str | None = None,
        ip: str | None = None,
        outcome: Literal["success", "failure", "denied"] | str | None = None,
        request_id: str | None = None,
        options: CallOptions | None = None,
    ) -> SignedChainList:
        """Get the signed list of the audit chains.

        Which chains there are at this moment, those of deleted tenants included: the first
        thing that an export of the whole record asks for, so that a chain that is missing
        from it shows. The parameters are those of the exports that belong to it; they stand
        in the list, and all chains are in it whatever they say. Not for a key that has a
        tenant, which reads no other chain.

        Args:
            since: Written at this moment or later.
            until: Written before this moment.
            actor: Id of who did it.
            action: One action, or several: `*` stands for any text, as in `user.*`.
            resource_type: Type of what the entry is about, such as `user`.
            resource: Id of what the entry is about, or of anything it changed besides.
            ip: The address that the request came from, however it is written.
            request_id: The request by which it happened.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/span-reversed``, ``audit/tenant-mismatch``,
                or one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _AUDIT_CHAINS_GET,
            SignedChainList,
            query={
                "since": since,
                "until": until,
                "actor": actor,
                "action": action,
                "resourceType": resource_type,
                "resource": resource,
                "ip": ip,
                "outcome": outcome,
                "requestId": request_id,
            },
            options=options,
        )
