"""Tells an argument that was left out from one that is None."""

from __future__ import annotations

from enum import Enum


class Omit(Enum):
    """The type of ``OMIT``: an enumeration of one, which type checkers can tell apart."""

    OMIT = "omit"

    def __repr__(self) -> str:
        return "OMIT"

    def __bool__(self) -> bool:
        return False


OMIT = Omit.OMIT
"""The default of arguments whose None is sent as null."""
