"""Runs a program over a text by following all ways at once.

The time is at most the length of the text times that of the program, whatever either says. What a
step comes to is remembered, so that most characters of most texts cost one look-up.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .instructions import (
    LINE_BEGIN,
    LINE_END,
    NO_BOUNDARY,
    TEXT_BEGIN,
    TEXT_END,
    At,
    Char,
    Match,
    Program,
    Split,
)

# Longer texts do not match. In characters (code points).
_LONGEST_TEXT = 8192
# Instructions of steps that are remembered; beyond, all are forgotten and it begins anew.
_MOST_REMEMBERED = 50_000
_NEWLINE = 10
_NO_CHARACTER = -1


class _Step(NamedTuple):
    """What instructions come to between two characters: a match, or those that read the next."""

    is_match: bool
    following: frozenset[int]


class Machine:
    """Threads may share it."""

    def __init__(self, program: Program) -> None:
        self._code = program.code
        self._start = program.start
        first = program.code[program.start]
        self._is_anchored = isinstance(first, At) and first.place == TEXT_BEGIN
        self._steps: dict[tuple[frozenset[int], int, int], _Step] = {}
        self._remembered = 0

    def matches(self, text: str) -> bool:
        """Whether the text matches anywhere."""
        if len(text) > _LONGEST_TEXT:
            return False
        going: frozenset[int] = frozenset()
        previous = _NO_CHARACTER
        for character in text:
            # Half of a pair alone is no character; it reads as U+FFFD.
            point = 0xFFFD if "\ud800" <= character <= "\udfff" else ord(character)
            if self._is_anchored and previous != _NO_CHARACTER and not going:
                return False
            step = self._step(going, previous, point)
            if step.is_match:
                return True
            going, previous = step.following, point
        return self._step(going, previous, _NO_CHARACTER).is_match

    def _step(self, going: frozenset[int], previous: int, character: int) -> _Step:
        # Of the character before, no more counts than what places ask of it.
        kind = previous if previous in (_NO_CHARACTER, _NEWLINE) else 1 + _is_word(previous)
        key = (going, kind, character)
        step = self._steps.get(key)
        if step is None:
            step = self._made(going, previous, character)
            self._remembered += len(step.following) + 1
            if self._remembered > _MOST_REMEMBERED:
                self._steps, self._remembered = {}, 0
            self._steps[key] = step
        return step

    def _made(self, going: frozenset[int], previous: int, character: int) -> _Step:
        is_begun = self._is_anchored and previous != _NO_CHARACTER
        waiting = self._followed(going if is_begun else {*going, self._start}, previous, character)
        if waiting is None:
            return _Step(True, frozenset())
        return _Step(False, frozenset(one.to for one in waiting if one.reads(character)))

    def _followed(self, begin: Iterable[int], previous: int, character: int) -> list[Char] | None:
        """Those that wait for the character; None where the match is reached."""
        met: set[int] = set()
        stack = list(begin)
        waiting: list[Char] = []
        while stack:
            place = stack.pop()
            if place in met:
                continue
            met.add(place)
            instruction = self._code[place]
            if isinstance(instruction, Match):
                return None
            if isinstance(instruction, Char):
                waiting.append(instruction)
            elif isinstance(instruction, Split):
                stack += (instruction.other, instruction.to)
            elif _is_place(instruction.place, previous, character):
                stack.append(instruction.to)
        return waiting


def _is_place(place: int, previous: int, character: int) -> bool:
    if place == TEXT_BEGIN:
        return previous == _NO_CHARACTER
    if place == TEXT_END:
        return character == _NO_CHARACTER
    if place == LINE_BEGIN:
        return previous in (_NO_CHARACTER, _NEWLINE)
    if place == LINE_END:
        return character in (_NO_CHARACTER, _NEWLINE)
    return (_is_word(previous) != _is_word(character)) == (place != NO_BOUNDARY)


def _is_word(character: int) -> bool:
    # Of ASCII, as RE2 has it.
    return 0 <= character < 128 and (chr(character).isalnum() or character == 95)
