"""Attributes of whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .absent import ABSENT
from .asked import Asked
from .attribute_path import attribute_text
from .read import Source, is_object, own, refuse, text_in, texts_in
from .scalars import is_finite, number_text, plain_text

Read = Callable[[Asked], Any]
"""What stands at one place of a context; ``ABSENT`` where nothing does."""


def attribute_of(source: Source) -> Read:
    """Of an attribute's path in the ruleset."""
    return reader(text_in(source, "kind"), texts_in(source, "path"))


def key_of(kind: str) -> Read:
    """The key of the contexts of a kind."""
    return reader(kind, ["key"])


def reader(kind: str, path: Sequence[str]) -> Read:
    if not path:
        refuse("`path` is empty")
    if len(path) > 1:
        return _deep_reader([kind, *path])
    name = path[0]

    def read(asked: Asked) -> Any:
        attributes = own(asked.context, kind)
        return own(attributes, name)

    return read


def _deep_reader(names: Sequence[str]) -> Read:
    def read(asked: Asked) -> Any:
        value = asked.context
        for name in names:
            if not is_object(value):
                return ABSENT
            value = own(value, name)
        return value

    return read


def attribute_name(source: Source) -> str:
    """``user.address.city``, as people write it."""
    return attribute_text(text_in(source, "kind"), texts_in(source, "path"))


def unit_of(value: Any) -> str | None:
    """What identifies a context, or is dealt: numbers and truth values by their usual text."""
    if type(value) is str:
        return value
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_text(value) if is_finite(value) else None
