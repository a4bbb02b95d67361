# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class ApiKey(Model):
    id: str
    type: Literal["secret", "publishable"] | str
    name: str
    hint: str
    """Beginning and end of the key: `sk_live_…a1b2`."""
    mode: Literal["test", "live"] | str
    scopes: list[str]
    default_tenant: str | None
    """The tenant it acts for where a request names none."""
    created_by: str
    created_at: datetime
    last_used_at: datetime | None
    """To the minute."""
    expires_at: datetime | None
    revoked_at: datetime | None

    @staticmethod
    def _fields() -> Fields:
        return {
            "default_tenant": ("defaultTenant", None),
            "created_by": ("createdBy", None),
            "created_at": ("createdAt", instant),
            "last_used_at": ("lastUsedAt", instant),
            "expires_at": ("expiresAt", instant),
            "revoked_at": ("revokedAt", instant),
        }


class ApiKeyPage(Model):
    data: list[ApiKey]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(ApiKey))),
            "pagination": ("pagination", nested(Pagination)),
        }


class NewApiKey(Model):
    id: str
    type: Literal["secret", "publishable"] | str
    name: str
    hint: str
    """Beginning and end of the key: `sk_live_…a1b2`."""
    mode: Literal["test", "live"] | str
    scopes: list[str]
    default_tenant: str | None
    """The tenant it acts for where a request names none."""
    created_by: str
    created_at: datetime
    last_used_at: datetime | None
    """To the minute."""
    expires_at: datetime | None
    revoked_at: datetime | None
    key: str
    """The key itself. Shown this once, and kept nowhere."""

    @staticmethod
    def _fields() -> Fields:
        return {
            "default_tenant": ("defaultTenant", None),
            "created_by": ("createdBy", None),
            "created_at": ("createdAt", instant),
            "last_used_at": ("lastUsedAt", instant),
            "expires_at": ("expiresAt", instant),
            "revoked_at": ("revokedAt", instant),
        }
