"""Contexts as they may leave the process."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from .._evaluation.absent import ABSENT
from .._evaluation.read import is_list, is_object, is_record
from .._evaluation.scalars import is_finite, is_number, plain_number, plain_text
from .._evaluation.values.dates import instant_text
from .sensitive import Sensitive, secrets_of

ReportedContext = dict[str, dict[str, Any]]

# Of all values and names of one context together. What is larger is not reported.
_LARGEST = 8_000
_DEEPEST = 6


class _TooLarge(Exception):
    pass


def copy_context(context: Any, sensitive: Sensitive) -> ReportedContext | None:
    """Plain JSON of its own, without sensitive attributes. None for what is none, too large, or
    fails while it is read."""
    try:
        if not is_record(context):
            return None
        copy = _Copy()
        kinds = {
            plain_text(kind): copy.members(attributes, 0, secrets_of(kind, sensitive))
            for kind, attributes in context.items()
            if isinstance(kind, str) and is_object(attributes)
        }
        return kinds or None
    except Exception:
        return None


class _Copy:
    """Copies, for as long as there is room left."""

    def __init__(self) -> None:
        self._left = _LARGEST

    def members(
        self, holder: Any, depth: int, secret: frozenset[str] = frozenset()
    ) -> dict[str, Any]:
        copies: dict[str, Any] = {}
        members: Mapping[Any, Any] = holder if is_record(holder) else {}
        for name, value in members.items():
            if not isinstance(name, str) or name in secret:
                continue
            self._spend(len(name))
            copied = self._value(value, depth + 1)
            if copied is not ABSENT:
                copies[plain_text(name)] = copied
        return copies

    def _value(self, value: Any, depth: int) -> Any:
        """``ABSENT`` for what JSON cannot say."""
        self._spend(len(value) if isinstance(value, str) else 8)
        if depth > _DEEPEST:
            return ABSENT
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str):
            return plain_text(value)
        if is_number(value):
            return plain_number(value) if is_finite(value) else ABSENT
        if is_list(value):
            return self._items(value, depth)
        if isinstance(value, date):
            return instant_text(value) or ABSENT
        return self.members(value, depth) if is_record(value) else ABSENT

    def _items(self, items: list[Any], depth: int) -> list[Any]:
        if len(items) > self._left:
            raise _TooLarge
        copies = [self._value(item, depth + 1) for item in items]
        return [None if copy is ABSENT else copy for copy in copies]

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise _TooLarge
