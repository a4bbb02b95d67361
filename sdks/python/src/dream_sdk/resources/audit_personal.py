# Written by dream generate sdk; do not edit.
"""``client.audit.personal``"""

from __future__ import annotations

from .._core.async_resource import AsyncResourceBase
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.resource import ResourceBase
from ..types.audit import AuditPersonalEraseResult

_AUDIT_PERSONAL_ERASE = Operation(
    "audit.personal.erase",
    "DELETE",
    "/v1/audit/personal/{subject}",
    is_mutation=True,
    is_about_tenant=True,
)


class AuditPersonalResource(ResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    def erase(
        self,
        subject: str,
        *,
        options: CallOptions | None = None,
    ) -> AuditPersonalEraseResult:
        """Erase what entries keep apart because it tells of a person.

        Of one tenant with `X-Tenant-ID`; without, of all of the environment. The entries
        stay, as does every proof: they only ever held a salted hash of it. Refused where a
        `legalHold` is about any of them.

        Args:
            subject: Whom it is about, as entries name them.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/held``, or one that any operation may answer
                with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _AUDIT_PERSONAL_ERASE,
            AuditPersonalEraseResult,
            path={"subject": subject},
            options=options,
        )


class AsyncAuditPersonalResource(AsyncResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    async def erase(
        self,
        subject: str,
        *,
        options: CallOptions | None = None,
    ) -> AuditPersonalEraseResult:
        """Erase what entries keep apart because it tells of a person.

        Of one tenant with `X-Tenant-ID`; without, of all of the environment. The entries
        stay, as does every proof: they only ever held a salted hash of it. Refused where a
        `legalHold` is about any of them.

        Args:
            subject: Whom it is about, as entries name them.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``audit/held``, or one that any operation may answer
                with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _AUDIT_PERSONAL_ERASE,
            AuditPersonalEraseResult,
            path={"subject": subject},
            options=options,
        )
