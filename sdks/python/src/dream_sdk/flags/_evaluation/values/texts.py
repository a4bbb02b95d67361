"""The tests ``contains``, ``startsWith`` and ``endsWith``."""

from __future__ import annotations

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

        def check(value: Any) -> bool:
            if not isinstance(value, str):
                return False
            held = lower_case(value) if is_caseless else value
            return any(holds(held, text) for text in texts)

        return check

    return compile_text


def contains(value: str, text: str) -> bool:
    return text in value


def starts_with(value: str, text: str) -> bool:
    return value.startswith(text)


def ends_with(value: str, text: str) -> bool:
    return value.endswith(text)
