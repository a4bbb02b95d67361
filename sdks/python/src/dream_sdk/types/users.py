# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class Membership(Model):
    tenant_id: str
    tenant_name: str
    roles: list[str]
    since: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "tenant_id": ("tenantId", None),
            "tenant_name": ("tenantName", None),
            "since": ("since", instant),
        }


class MembershipPage(Model):
    data: list[Membership]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(Membership))),
            "pagination": ("pagination", nested(Pagination)),
        }


class User(Model):
    id: str
    """The identity provider's `sub`."""
    email: str | None
    name: str | None
    attributes: dict[str, Any]
    created_at: datetime
    updated_at: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "created_at": ("createdAt", instant),
            "updated_at": ("updatedAt", instant),
        }


class UserPage(Model):
    data: list[User]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(User))),
            "pagination": ("pagination", nested(Pagination)),
        }
