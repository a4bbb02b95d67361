"""One ruleset, compiled."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from .asked import Asked, Now
from .compiled_flags import CompiledFlag, compile_flags
from .contract import StickyAssignments
from .outcome import Outcome, failed
from .read import Malformed, is_record, own, refuse
from .scalars import is_finite, plain_text

# Unknown flags whose answer is kept; beyond, each is made when it is asked for.
_MOST_MISSING = 1000
_NOBODY: Mapping[str, Any] = {}


def system_clock() -> int:
    """Milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


class Evaluator:
    """Answers for one ruleset. Immutable: an update is another evaluator, so one evaluation sees
    one version. Threads share it, and nothing of it ever raises.

    Where the ruleset is none, every flag answers PARSE_ERROR; where one flag in it is none, that
    one does.

    Args:
        ruleset: As the server sends it.
        now: Asked only by flags whose answer depends on the time. Absent, the system's clock.
        sticky: Keeps what sticky rollouts dealt.
    """

    def __init__(
        self, ruleset: Any, *, now: Now = system_clock, sticky: StickyAssignments | None = None
    ) -> None:
        self._now = now
        self._problem: str | None = None
        self._flags: dict[str, CompiledFlag] = {}
        self._missing: dict[str, Outcome] = {}
        self.revision = 0
        try:
            if not is_record(ruleset):
                refuse("no ruleset")
            self._flags = compile_flags(ruleset, sticky)
            revision = own(ruleset, "revision")
            self.revision = int(revision) if is_finite(revision) else 0
        except Malformed as error:
            self._problem = str(error)
        except Exception:
            self._problem = "the ruleset failed"

    def evaluate(self, key: Any, context: Any) -> Outcome:
        """What a flag comes to for a context by kind."""
        flag = self._flags.get(key) if isinstance(key, str) else None
        if flag is None:
            return self._unknown(key)
        return _answered(flag, Asked(context, self._now))

    def all_flags(self, context: Any) -> list[Outcome]:
        """Every flag for one context, at one moment, in the order of the ruleset."""
        asked = Asked(context, self._now)
        return [_answered(flag, asked) for flag in self._flags.values()]

    def _unknown(self, key: Any) -> Outcome:
        name = plain_text(key) if isinstance(key, str) else ""
        known = self._missing.get(name)
        if known is not None:
            return known
        outcome = (
            failed(name, "FLAG_NOT_FOUND", f"there is no flag `{name}`")
            if self._problem is None
            else failed(name, "PARSE_ERROR", self._problem)
        )
        if len(self._missing) < _MOST_MISSING:
            # Should two threads ask at once, both give the same object.
            return self._missing.setdefault(name, outcome)
        return outcome


def _answered(flag: CompiledFlag, asked: Asked) -> Outcome:
    if asked.context is None:
        asked.context = _NOBODY
    try:
        return flag.answer(asked) if is_record(asked.context) else flag.invalid
    except Exception:
        return flag.invalid
