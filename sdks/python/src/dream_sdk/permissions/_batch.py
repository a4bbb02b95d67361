"""What one call reports."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from ._decision import Decision

if TYPE_CHECKING:
    from .._core.options import CallOptions
    from ..params.access import ReportedDecisionParam


class Batch:
    """Decisions with the key under which they are sent, which both stay as they are when it is sent
    again: the server knows by the key what it has already."""

    def __init__(self, decisions: list[Decision]) -> None:
        """All of them name a tenant, or none does."""
        self._decisions = decisions
        self._key = str(uuid4())

    def __len__(self) -> int:
        return len(self._decisions)

    def params(self) -> list[ReportedDecisionParam]:
        """What its call says."""
        return [decision.to_param() for decision in self._decisions]

    def options(self, *, is_last: bool) -> CallOptions:
        """What its call says for itself."""
        options: CallOptions = {"idempotency_key": self._key}
        if self._decisions[0].tenant is not None:
            # The tenant of the client is not that of each.
            options["tenant"] = None
        if is_last:
            options["max_retries"] = 0
        return options
