# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from .._core.model import Fields, Model


class Me(Model):
    id: str
    """The `sub` of the token."""
    tenant_id: str
    roles: list[str]
    permissions: list[str]
    """What the roles grant without a condition, as it is written: `invoice:*`."""
    plan: str | None
    """Key of the plan that the tenant is on."""
    data_residency: str | None
    """Where the data of the tenant resides."""
    session_id: str | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "data_residency": ("dataResidency", None),
            "session_id": ("sessionId", None),
        }
