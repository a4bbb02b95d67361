"""A sample of the contexts that flags were asked for."""

from __future__ import annotations

import json
import math
import random
from typing import Any

from .copy_context import ReportedContext, copy_context
from .sensitive import Sensitive

# Contexts in one report.
_MOST = 100


class SeenContexts:
    """Each once. Any evaluation has about the same chance to be looked at, however many there
    are. Not for several threads at once."""

    def __init__(self) -> None:
        self._contexts: dict[str, ReportedContext] = {}
        self._evaluations = 0
        self._pass = 0

    def wants(self) -> bool:
        """Whether the next context is to be looked at. Costs a subtraction, nearly always."""
        if self._pass > 0:
            self._pass -= 1
            return False
        self._evaluations += 1
        # How many in a row are passed over where each is looked at by this chance: none as long
        # as there is room.
        chance = min(1.0, _MOST / (self._evaluations + 1))
        gap = 0 if chance == 1 else int(math.log(1 - random.random()) / math.log1p(-chance))
        self._evaluations += gap
        self._pass = gap
        return True

    def add(self, copy: ReportedContext) -> None:
        identity = _identity(copy)
        if identity == "":
            return
        if identity not in self._contexts and len(self._contexts) >= _MOST:
            del self._contexts[random.choice(list(self._contexts))]
        self._contexts[identity] = copy

    def take(self, sensitive: Sensitive) -> list[ReportedContext]:
        """Those of the sample, without what has become sensitive since. The next one begins."""
        contexts = self._contexts.values()
        self._contexts, self._evaluations, self._pass = {}, 0, 0
        copies = [copy_context(context, sensitive) for context in contexts]
        return [copy for copy in copies if copy is not None]


def _identity(context: ReportedContext) -> str:
    # Kinds and keys: the same users with other attributes are the same context.
    named: list[Any] = [
        [kind, context[kind]["key"]] for kind in sorted(context) if "key" in context[kind]
    ]
    return json.dumps(named) if named else ""
