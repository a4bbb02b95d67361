"""When a request is sent again, and after how long. No clock and no sleep in here."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping

_WORTH_IT = frozenset((408, 429, 500, 502, 503, 504))
_FIRST_DELAY = 0.5
_LONGEST_DELAY = 8.0
_SECONDS = re.compile(r"[0-9]+(\.[0-9]+)?")
_DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DATE = re.compile(
    rf"(?:{_DAYS}), ([0-9]{{2}}) ({'|'.join(_MONTHS)}) ([0-9]{{4}}) "
    r"([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT"
)


def is_worth_retrying(status: int, headers: Mapping[str, str]) -> bool:
    """Whether another attempt may go better. The server's own word goes over the status."""
    word = headers.get("dream-should-retry", "").strip().lower()
    if word in ("true", "false"):
        return word == "true"
    return status in _WORTH_IT


def retry_after_of(headers: Mapping[str, str], now: float) -> float | None:
    """The seconds that ``Retry-After`` asks for, or None where it says nothing that can be read.

    Args:
        headers: Of the answer.
        now: Seconds since 1970, which a date is held against.
    """
    text = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    date = _DATE.fullmatch(text)
    if date is None:
        return None
    day, month, year, hour, minute, second = date.groups()
    whole = (int(year), _MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second))
    try:
        return max(0.0, calendar.timegm((*whole, 0, 0, 0)) - now)
    except ValueError:
        return None


def delay_before(attempt: int, chance: float) -> float:
    """The seconds before attempt ``attempt`` beyond the first; ``chance`` is in [0, 1)."""
    whole = min(_FIRST_DELAY * 2.0 ** min(attempt - 1, 10), _LONGEST_DELAY)
    return whole * (1 - 0.25 * chance)
