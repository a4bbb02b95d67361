"""The tests ``contains``, ``startsWith`` and ``endsWith``."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ..read import Source, texts_in
from .equality import ignores_case
from .lower_case import lower_case
from .value_check import ValueCheck


def text_test(holds: Callable[[str, str], bool]) -> Callable[[Source, int], ValueCheck]:
    """Any one of the texts is enough."""

    def compile_text(source: Source, depth: int) -> ValueCheck:
        texts = texts_in(source, "texts")
        is_caseless = ignores_case(source)
        has_half = any(map(_HALF.search, texts))

        def check(value: Any) -> bool:
            if not isinstance(value, str):
                return False
            held = lower_case(value) if is_caseless else value
            if has_half:
                held = _in_halves(held)
                return any(holds(held, _in_halves(text)) for text in texts)
            return any(holds(held, text) for text in texts)

        return check

    return compile_text


def contains(value: str, text: str) -> bool:
    return text in value


def starts_with(value: str, text: str) -> bool:
    return value.startswith(text)


def ends_with(value: str, text: str) -> bool:
    return value.endswith(text)


# A text may be the half of a character beyond U+FFFF: the server, whose texts are such halves,
# finds it within the whole one.
_HALF = re.compile("[\ud800-\udfff]")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def _in_halves(text: str) -> str:
    return _BEYOND.sub(_halves, text)


def _halves(character: re.Match[str]) -> str:
    above = ord(character.group()) - 0x10000
    return chr(0xD800 + (above >> 10)) + chr(0xDC00 + (above & 0x3FF))
