"""Contexts as they are evaluated: by kind."""

from __future__ import annotations

from typing import Any

from ._evaluation.context.named_kinds import named_kinds
from ._evaluation.context.read_context import is_kind_name, read_context
from ._evaluation.read import Source, is_record, own

# A context that is none: whoever evaluates it is told so.
_NONE: list[Any] = []


class AskedContexts:
    """Almost all come by kind, and are taken as they are; OpenFeature's flat form and
    LaunchDarkly's are read as a server reads them, so that all give the same answer."""

    def __init__(self, ruleset: Source) -> None:
        self._ruleset = ruleset
        self._kinds: frozenset[str] | None = None

    def read(self, context: Any) -> Any:
        """Never raises: what fails while it is read fails again when it is evaluated."""
        try:
            if not is_record(context) or _is_by_kind(context):
                return context
            if self._kinds is None:
                self._kinds = named_kinds(self._ruleset)
            read = read_context(context, self._kinds)
            return _NONE if read is None else read
        except Exception:
            return context


def _is_by_kind(context: Source) -> bool:
    for kind, attributes in context.items():
        # A key that is no text has yet to become one.
        if kind == "targetingKey" or not isinstance(kind, str) or not is_kind_name(kind):
            return False
        if attributes is None:
            continue
        if not is_record(attributes) or not isinstance(own(attributes, "key") or "", str):
            return False
    return True
