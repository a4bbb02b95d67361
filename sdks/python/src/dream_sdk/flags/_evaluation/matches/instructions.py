"""The instructions of a program, as the machine reads them."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..read import Source, choice_in, is_list, list_in, objects_in, refuse, text_in, whole_in
from ..scalars import double, is_finite

# Beyond this a program is a mistake or an attack.
_LONGEST_PROGRAM = 10_000

TEXT_BEGIN, TEXT_END, LINE_BEGIN, LINE_END, BOUNDARY, NO_BOUNDARY = range(6)
_PLACES = {
    "text-begin": TEXT_BEGIN,
    "text-end": TEXT_END,
    "line-begin": LINE_BEGIN,
    "line-end": LINE_END,
    "boundary": BOUNDARY,
    "no-boundary": NO_BOUNDARY,
}


class Split(NamedTuple):
    """Goes on at both."""

    to: int
    other: int


class Char(NamedTuple):
    """Reads one character that lies in one of the ranges, which are inclusive."""

    to: int
    ranges: tuple[tuple[int, int], ...]

    def reads(self, character: int) -> bool:
        return any(low <= character <= high for low, high in self.ranges)


class At(NamedTuple):
    """Goes on where the place in the text is such."""

    to: int
    place: int


class Match(NamedTuple):
    """The text matches."""


Instruction = Split | Char | At | Match


class Program(NamedTuple):
    start: int
    code: tuple[Instruction, ...]


def read_program(program: Source) -> Program:
    code = objects_in(program, "code")
    count = len(code)
    if not 0 < count <= _LONGEST_PROGRAM:
        refuse("no pattern, or too long a one")
    instructions = tuple(_instruction(source, count) for source in code)
    return Program(_target(program, "start", count), instructions)


def _instruction(source: Source, count: int) -> Instruction:
    name = text_in(source, "op")
    if name == "match":
        return Match()
    to = _target(source, "to", count)
    if name == "split":
        return Split(to, _target(source, "or", count))
    if name == "at":
        return At(to, choice_in(source, "place", _PLACES))
    if name == "char":
        return Char(to, _ranges(list_in(source, "ranges")))
    refuse(f"there is no instruction `{name}`")


def _target(holder: Source, name: str, count: int) -> int:
    return whole_in(holder, name, 0, count - 1)


def _ranges(bounds: Any) -> tuple[tuple[int, int], ...]:
    if not is_list(bounds) or len(bounds) % 2 or not all(_is_whole(bound) for bound in bounds):
        refuse("`ranges` are no pairs")
    whole = [int(bound) for bound in bounds]
    return tuple(zip(whole[::2], whole[1::2]))


def _is_whole(bound: Any) -> bool:
    return is_finite(bound) and double(bound).is_integer()
