"""Which tests of an attribute a file would be let through with."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, NoReturn

from .._conditions.compile_network import is_network
from .._conditions.compile_version_range import compile_version_range
from .._conditions.instant_of import instant_of
from .._conditions.written import members_of, number_of, texts_of
from .._evaluation.read import is_list, is_record
from .._evaluation.scalars import double, is_finite, scalar_key

_VERSION = r"((<=|>=|<|>|=|\^|~)\s*)?v?[0-9]+(\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?"
_VERSION_RANGE = re.compile(rf"{_VERSION}(\s+{_VERSION})*")
_LONGEST_RANGE = 200
_TEXT_TESTS = (
    "equals",
    "in",
    "notIn",
    "contains",
    "startsWith",
    "endsWith",
    "matches",
    "includes",
    "includesAll",
)


def check_test(test: Any) -> None:
    """Raises ``TypeError`` for one that a file would not be let through with."""
    if is_plain(test) or (is_filled(test) and is_set(test)):
        return
    if not is_record(test) or not test:
        raise TypeError("A test of an attribute asks for nothing.")
    for name, value in test.items():
        if name == "not":
            check_test(value)
        elif name == "size" and is_record(value):
            check_test(value)
        elif name not in _OPERANDS:
            raise TypeError(f"There is no test `{name}` of an attribute.")
        elif not _OPERANDS[name](value):
            refuse(name, value)
    if "ignoreCase" in test and not any(name in test for name in _TEXT_TESTS):
        raise TypeError("`ignoreCase` has no text to compare beside it.")
    check_order(test)


def check_order(limits: Any) -> None:
    """Refuses limits that exclude each other."""
    members = members_of(limits)
    after, before = instant_of(members.get("after")), instant_of(members.get("before"))
    is_empty = after is not None and before is not None and after >= before
    for low, high in (
        ("greaterThan", "lessThan"),
        ("greaterThan", "atMost"),
        ("atLeast", "lessThan"),
    ):
        least, most = number_of(members.get(low)), number_of(members.get(high))
        is_empty = is_empty or (least is not None and most is not None and least >= most)
    least, most = number_of(members.get("atLeast")), number_of(members.get("atMost"))
    if is_empty or (least is not None and most is not None and least > most):
        raise TypeError(f"Nothing lies between the limits of {shown(limits)}.")


def refuse(name: str, value: Any) -> NoReturn:
    raise TypeError(f"`{name}` cannot be {shown(value)}.")


def shown(value: Any) -> str:
    try:
        return json.dumps(value)
    except (TypeError, ValueError):
        return repr(value)


def is_plain(value: Any) -> bool:
    """A scalar that JSON has."""
    return isinstance(value, (str, bool)) or is_finite(value)


def is_filled(value: Any) -> bool:
    return is_list(value) and len(value) > 0


def is_set(values: Any) -> bool:
    """Scalars, each once."""
    if not is_list(values) or not all(is_plain(value) for value in values):
        return False
    return len({scalar_key(value) for value in values}) == len(values)


def is_texts(value: Any) -> bool:
    """A text, or a list of some, each once."""
    texts = value if is_list(value) else [value]
    return bool(texts) and is_set(texts) and all(isinstance(one, str) and one for one in texts)


def is_whole(value: Any, least: float, most: float) -> bool:
    return is_finite(value) and double(value).is_integer() and least <= value <= most


def is_moment(value: Any) -> bool:
    return instant_of(value) is not None


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_list_of_scalars(value: Any) -> bool:
    return is_list(value) and is_set(value)


def _is_filled_set(value: Any) -> bool:
    return is_filled(value) and is_set(value)


def _is_modulo(value: Any) -> bool:
    members = members_of(value)
    if set(members) != {"divisor", "remainder"} or not is_whole(members["divisor"], 1, 2.0**1023):
        return False
    return is_whole(members["remainder"], 0, members["divisor"] - 1)


def _is_version_range(value: Any) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_RANGE:
        return False
    return _VERSION_RANGE.fullmatch(value) is not None and bool(compile_version_range(value))


def _is_networks(value: Any) -> bool:
    return is_texts(value) and all(is_network(text) for text in texts_of(value))


_OPERANDS: dict[str, Callable[[Any], bool]] = {
    "equals": is_plain,
    "in": _is_list_of_scalars,
    "notIn": _is_list_of_scalars,
    "contains": is_texts,
    "startsWith": is_texts,
    "endsWith": is_texts,
    "matches": is_texts,
    "ignoreCase": _is_flag,
    "greaterThan": is_finite,
    "atLeast": is_finite,
    "lessThan": is_finite,
    "atMost": is_finite,
    "modulo": _is_modulo,
    "before": is_moment,
    "after": is_moment,
    "semver": _is_version_range,
    "cidr": _is_networks,
    "includes": lambda value: is_plain(value) or _is_filled_set(value),
    "includesAll": _is_filled_set,
    "exists": _is_flag,
    "size": lambda value: is_whole(value, 0, 2.0**1023),
}
