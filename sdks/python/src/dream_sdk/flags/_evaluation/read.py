"""Reading what nobody has checked: a ruleset that came over the wire, contexts of any program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NoReturn, TypeGuard, TypeVar, cast

from .absent import ABSENT
from .scalars import double, is_finite, plain_text

T = TypeVar("T")
Source = Mapping[Any, Any]

_LONGEST_LIST = 1_000_000


class Malformed(Exception):
    """Says what is wrong with a ruleset. Raised while compiling only, and caught there."""


def refuse(why: str) -> NoReturn:
    raise Malformed(why)


def is_record(value: Any) -> TypeGuard[Source]:
    """An object with names."""
    return type(value) is dict or isinstance(value, Mapping)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, (list, tuple))


def is_object(value: Any) -> bool:
    """What has something within it. The members of a list have their places as names."""
    return is_record(value) or is_list(value)


def own(holder: Any, name: str) -> Any:
    """What stands in an object by a name. It may raise what the holder raises."""
    if is_record(holder):
        # Not by `get`: a mapping with a default would say it of everything.
        return holder[name] if name in holder else ABSENT
    if is_list(holder):
        return _item(holder, name)
    return ABSENT


def _item(items: list[Any], name: str) -> Any:
    if name == "length":
        return len(items)
    is_place = name.isascii() and name.isdigit() and len(name) < 10 and name == str(int(name))
    return items[int(name)] if is_place and int(name) < len(items) else ABSENT


def object_in(holder: Source, name: str) -> Source:
    value = own(holder, name)
    return value if is_record(value) else refuse(f"`{name}` is no object")


def list_in(holder: Source, name: str) -> list[Any]:
    value = own(holder, name)
    if not is_list(value) or len(value) > _LONGEST_LIST:
        refuse(f"`{name}` is no list")
    return value


def text_in(holder: Source, name: str) -> str:
    value = own(holder, name)
    return plain_text(value) if isinstance(value, str) else refuse(f"`{name}` is no text")


def number_in(holder: Source, name: str) -> float:
    value = own(holder, name)
    return double(value) if is_finite(value) else refuse(f"`{name}` is no number")


def texts_in(holder: Source, name: str) -> list[str]:
    values = list_in(holder, name)
    if not all(isinstance(value, str) for value in values):
        refuse(f"`{name}` is no list of texts")
    return [plain_text(value) for value in values]


def objects_in(holder: Source, name: str) -> list[Source]:
    values = list_in(holder, name)
    if not all(is_record(value) for value in values):
        refuse(f"`{name}` is no list of objects")
    return cast("list[Source]", values)


def choice_in(holder: Source, name: str, choices: Mapping[str, T]) -> T:
    """What a text stands for among the choices."""
    text = text_in(holder, name)
    if text not in choices:
        refuse(f"there is no `{name}` `{text}`")
    return choices[text]


def whole_in(holder: Source, name: str, least: int, most: int) -> int:
    """A whole number from ``least`` to ``most``."""
    number = number_in(holder, name)
    if not number.is_integer() or not least <= number <= most:
        refuse(f"`{name}` is out of range")
    return int(number)


def text_or_null(holder: Source, name: str) -> str | None:
    """A text; None where it is null or absent."""
    value = own(holder, name)
    return None if value is ABSENT or value is None else text_in(holder, name)


def bound_in(holder: Source, name: str, otherwise: float) -> float:
    """A limit, where there may be none."""
    return otherwise if own(holder, name) is ABSENT else number_in(holder, name)


def optional(holder: Source, name: str, read: Callable[[Source, str], T]) -> T | None:
    """What ``read`` makes of a field, or None where the field is absent. One that is null is there."""
    return None if own(holder, name) is ABSENT else read(holder, name)
