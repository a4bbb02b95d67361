"""The test ``date``, and moments as people write them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

from ..read import Source, bound_in
from ..scalars import double, is_number
from .value_check import ValueCheck

_DAY = 86_400_000
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_WRITTEN = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(?:Z|([+-])([0-9]{2}):([0-9]{2})))?"
)


def compile_date(source: Source, depth: int) -> ValueCheck:
    """Of a moment: milliseconds since 1970, a day or moment as text, or as a ``date`` or
    ``datetime``."""
    is_within = moment_check(source)

    def check(value: Any) -> bool:
        if is_number(value):
            return is_within(double(value))
        if isinstance(value, str):
            return is_within(moment_of(value))
        return isinstance(value, date) and is_within(milliseconds_of(value))

    return check


def moment_check(source: Source) -> Callable[[float], bool]:
    """From ``after``, inclusive, to ``before``, exclusive. NaN lies nowhere."""
    after = bound_in(source, "after", -math.inf)
    before = bound_in(source, "before", math.inf)
    return lambda moment: after <= moment < before


def milliseconds_of(value: date) -> float:
    """Of a day its beginning in UTC. Of a ``datetime`` without a time zone, which could be any
    moment: NaN."""
    if not isinstance(value, datetime):
        return moment_of(value.isoformat())
    if value.utcoffset() is None:
        return math.nan
    return (value - _EPOCH) // timedelta(milliseconds=1)


def moment_of(text: str) -> float:
    """Milliseconds since 1970 of ``2027-01-31`` or ``2027-01-31T09:00:00.5Z``, with an offset or
    ``Z``; NaN for anything else. What is finer than a millisecond is cut off."""
    parts = _WRITTEN.fullmatch(text)
    if parts is None:
        return math.nan
    year, month, day, hour, minute, second = (int(part or 0) for part in parts.groups()[:6])
    decimals, sign = parts[7] or "", -1 if parts[8] == "-" else 1
    offset_hour, offset_minute = int(parts[9] or 0), int(parts[10] or 0)
    is_time = hour < 24 and minute < 60 and second < 60
    if not (is_time and offset_hour < 24 and offset_minute < 60):
        return math.nan
    if not (1 <= month <= 12 and 1 <= day <= _days_of(year, month)):
        return math.nan
    minutes = hour * 60 + minute - sign * (offset_hour * 60 + offset_minute)
    return (
        _midnight(year, month, day)
        + (minutes * 60 + second) * 1000
        + int(decimals.ljust(3, "0")[:3])
    )


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_of(year: int, month: int) -> int:
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _midnight(year: int, month: int, day: int) -> int:
    # By the Gregorian calendar, from the year 0 on, which Python's own does not have.
    before = year - 1
    days = year * 365 + before // 4 - before // 100 + before // 400 + 1
    days += _DAYS_BEFORE[month - 1] + (1 if month > 2 and _is_leap(year) else 0) + day - 1
    return (days - 719_528) * _DAY


def instant_text(value: date) -> str | None:
    """RFC 3339 in UTC; of a day, the day. None where it could be any moment."""
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.utcoffset() is None:
        return None
    utc = value.astimezone(timezone.utc).replace(tzinfo=None)
    return f"{utc.isoformat(timespec='milliseconds')}Z"
