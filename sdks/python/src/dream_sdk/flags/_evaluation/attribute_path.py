"""Attributes as people write them: ``user.address.city``, ``user."app.version"``."""

from __future__ import annotations

import re
from collections.abc import Sequence

# White space as ECMAScript has it.
_SPACE = "\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"
_PLAIN = re.compile(rf'[^."{_SPACE}=][^.{_SPACE}=]*')
_NAMES = re.compile(r'\.(?:"((?:[^"\\]|\\.)*)"|([^.]*))', re.DOTALL)
_QUOTED = re.compile(r"\\(.)", re.DOTALL)


def attribute_text(kind: str, path: Sequence[str]) -> str:
    """Always the same text for the same attribute."""
    return ".".join([kind, *(_written(name) for name in path)])


def _written(name: str) -> str:
    if _PLAIN.fullmatch(name):
        return name
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'


def read_attribute(text: str) -> tuple[str, list[str]]:
    """Kind and path of what ``attribute_text`` wrote, or somebody in its way."""
    kind = text.partition(".")[0]
    names = _NAMES.finditer(text, len(kind))
    return kind, [
        name[2] or "" if name[1] is None else _QUOTED.sub(r"\1", name[1]) for name in names
    ]
