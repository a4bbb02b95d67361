"""Segments, each compiled when a flag first asks for it, once."""

from __future__ import annotations

from typing import NamedTuple

from .attribute import key_of, unit_of
from .asked import Asked
from .check import Check, any_of, never
from .compile_test import compile_test
from .limits import DEEPEST_SEGMENT, TOO_DEEP
from .read import (
    Malformed,
    Source,
    object_in,
    objects_in,
    optional,
    own,
    is_record,
    refuse,
    texts_in,
)
from .scope import Scope, Surroundings


class _Member(NamedTuple):
    check: Check
    # Tests it may ask, those of its segments included.
    tests: int
    # Segments below it, counted downwards.
    depth: int


class Segments:
    """Segments may ask for segments. Used while compiling, by one thread."""

    def __init__(self, sources: Source) -> None:
        self._sources = sources
        # None while it is being made; a text says why it cannot be.
        self._members: dict[str, _Member | str | None] = {}
        # Of the deepest segment that the one being made has asked for; below 0 while none is made.
        self._depth = -1

    def member(self, key: str, scope: Scope) -> Check:
        """Whether a context belongs to the segment. Raises ``Malformed`` where it cannot be made."""
        member = self._known(key, scope.surroundings)
        if self._depth >= 0:
            if member.depth >= DEEPEST_SEGMENT:
                refuse(TOO_DEEP)
            self._depth = max(self._depth, member.depth)
        scope.spend(member.tests)
        return member.check

    def _known(self, key: str, surroundings: Surroundings) -> _Member:
        if key not in self._members:
            return self._made(key, surroundings)
        known = self._members[key]
        if known is None:
            refuse(f"`{key}` asks for itself")
        return refuse(known) if isinstance(known, str) else known

    def _made(self, key: str, surroundings: Surroundings) -> _Member:
        self._members[key] = None
        outside, self._depth = self._depth, 0
        scope = Scope(surroundings)
        try:
            check = self._compiled(key, scope)
            member = _Member(check, scope.tests, self._depth + 1)
            self._members[key] = member
            return member
        except Exception as error:
            is_told = isinstance(error, Malformed)
            self._members[key] = str(error) if is_told else f"the segment `{key}` cannot be read"
            raise
        finally:
            self._depth = outside

    def _compiled(self, key: str, scope: Scope) -> Check:
        source = own(self._sources, key)
        return _segment(source, scope) if is_record(source) else refuse(f"no segment `{key}`")


def _segment(source: Source, scope: Scope) -> Check:
    is_named = _keys_check(source, "include")
    is_kept_out = _keys_check(source, "exclude")
    rules = optional(source, "rules", objects_in) or []
    fits = any_of([compile_test(object_in(rule, "if"), scope) for rule in rules])
    return lambda asked: not is_kept_out(asked) and (is_named(asked) or fits(asked))


def _keys_check(segment: Source, field: str) -> Check:
    """Named by key, by kind of context."""
    source = optional(segment, field, object_in)
    if source is None:
        return never
    return any_of([_kind_check(kind, texts_in(source, kind)) for kind in source])


def _kind_check(kind: str, keys: list[str]) -> Check:
    named = frozenset(keys)
    key = key_of(kind)

    def check(asked: Asked) -> bool:
        return unit_of(key(asked)) in named

    return check
