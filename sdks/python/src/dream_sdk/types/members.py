# Written by dream generate sdk; do not edit.
"""What the server answers with."""

from __future__ import annotations

from datetime import datetime

from .._core.instant import instant
from .._core.model import Fields, Model, list_of, nested
from ._shared import Pagination


class Member(Model):
    user_id: str
    email: str | None
    name: str | None
    roles: list[str]
    since: datetime

    @staticmethod
    def _fields() -> Fields:
        return {
            "user_id": ("userId", None),
            "since": ("since", instant),
        }


class MemberPage(Model):
    data: list[Member]
    pagination: Pagination

    @staticmethod
    def _fields() -> Fields:
        return {
            "data": ("data", list_of(nested(Member))),
            "pagination": ("pagination", nested(Pagination)),
        }
