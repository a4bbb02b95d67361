"""The flags of a ruleset."""

from __future__ import annotations

from typing import Any, NamedTuple

from .answers import Answer
from .asked import Asked
from .compile_flag import compile_flag
from .contract import StickyAssignments
from .outcome import Outcome, failed
from .prerequisite_chains import flags_without_end
from .read import Malformed, Source, is_record, object_in, optional, own, refuse
from .scope import Scope, Surroundings
from .segments import Segments


class CompiledFlag(NamedTuple):
    """One flag. ``invalid`` is what it answers to a context that is none, or fails while it is
    read."""

    answer: Answer
    invalid: Outcome


def compile_flags(ruleset: Source, sticky: StickyAssignments | None) -> dict[str, CompiledFlag]:
    """By key, in the order of the ruleset. Raises ``Malformed`` where the ruleset is none; a flag
    that is none answers so."""
    if own(ruleset, "format") != 1 or own(ruleset, "format") is True:
        refuse("another format")
    sources = object_in(ruleset, "flags")
    surroundings = Surroundings(
        sticky=sticky,
        segments=Segments(optional(ruleset, "segments", object_in) or {}),
        entitlements=optional(ruleset, "entitlements", object_in) or {},
        tenants=optional(ruleset, "tenants", object_in),
        planless=own(ruleset, "plans") == "in-context",
    )
    endless = flags_without_end(sources)
    answers: dict[str, Answer] = {}

    def flag_of(key: str) -> Answer | None:
        if key not in sources:
            return None
        # Looked up when it is asked for: it may stand further down.
        return lambda asked: answers[key](asked)

    def answer_of(key: str, source: Any) -> Answer:
        try:
            if not is_record(source):
                refuse("it is no object")
            if key in endless:
                refuse(endless[key])
            return compile_flag(key, source, Scope(surroundings), flag_of)
        except Malformed as error:
            return _broken(key, str(error))
        except Exception:
            return _broken(key, "it failed")

    for key, source in sources.items():
        answers[key] = answer_of(key, source)
    return {
        key: CompiledFlag(answer, failed(key, "INVALID_CONTEXT", "the context is none, or failed"))
        for key, answer in answers.items()
    }


def _broken(key: str, why: str) -> Answer:
    outcome = failed(key, "PARSE_ERROR", f"the flag `{key}` cannot be read: {why}")

    def answer(asked: Asked) -> Outcome:
        return outcome

    return answer
