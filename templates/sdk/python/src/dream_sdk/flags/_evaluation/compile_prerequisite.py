"""Prerequisites of flags."""

from __future__ import annotations

from collections.abc import Callable

from .answers import Answer, Answers, Decide
from .asked import Asked
from .outcome import Because, Outcome
from .read import Source, text_in, texts_in

FlagFinder = Callable[[str], "Answer | None"]
"""What another flag answers; None where there is no such flag."""


def compile_prerequisite(source: Source, answers: Answers, flag_of: FlagFinder) -> Decide:
    """One that is not met decides; a flag that is not there, or that cannot be read, meets nothing."""
    key = text_in(source, "flag")
    wanted = frozenset(texts_in(source, "variations"))
    answer_of = flag_of(key)
    unmet = answers.off(Because("DISABLED", prerequisite_key=key))
    if answer_of is None:
        return lambda asked: unmet

    def decide(asked: Asked) -> Outcome | None:
        return None if answer_of(asked).variant in wanted else unmet

    return decide
