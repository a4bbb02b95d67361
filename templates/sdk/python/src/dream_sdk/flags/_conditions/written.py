"""Readers of what people write. What is absent or of another form reads as empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._evaluation.deals.octets import utf16_order
from .._evaluation.read import is_list, is_record
from .._evaluation.scalars import is_number, plain_number, plain_text, scalar_key

Members = Mapping[str, Any]


def members_of(value: Any) -> Members:
    return value if is_record(value) else {}


def in_name_order(value: Any) -> list[tuple[str, Any]]:
    """By name: the order in which somebody wrote them means nothing."""
    return sorted(members_of(value).items(), key=lambda member: utf16_order(member[0]))


def list_of(value: Any) -> list[Any]:
    return list(value) if is_list(value) else []


def texts_of(value: Any) -> list[str]:
    """The texts of a list, or a single text as a list of one."""
    items = [value] if isinstance(value, str) else list_of(value)
    return [plain_text(item) for item in items if isinstance(item, str)]


def text_of(value: Any) -> str | None:
    return plain_text(value) if isinstance(value, str) else None


def number_of(value: Any) -> float | None:
    return plain_number(value) if is_number(value) else None


def is_scalar(value: Any) -> bool:
    """A text, a number or a truth value."""
    return scalar_key(value) is not None


def in_order(values: list[Any]) -> list[Any]:
    """The members of a set, each once, in one order. Texts come before numbers, those before
    truth values."""
    return sorted({scalar_key(value): value for value in values}.values(), key=_order)


def _order(value: Any) -> tuple[int, Any]:
    if isinstance(value, str):
        return (0, utf16_order(value))
    return (2, value) if isinstance(value, bool) else (1, value)
