"""When a request is sent again, and after how long. No clock and no sleep in here."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from datetime import datetime, timezone

_WORTH_IT = frozenset((408, 429, 500, 502, 503, 504))
_FIRST_DELAY = 0.5
_LONGEST_DELAY = 8.0
_SECONDS = re.compile(r"[0-9]+(\.[0-9]+)?")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
_LONG_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_CLOCK = r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
# As HTTP has it written now, and as it had before: readers take all three.
_DATES = [
    re.compile(rf"(?:{_DAYS}), (?P<day>[0-9]{{2}}) {_MONTH} (?P<year>[0-9]{{4}}) {_CLOCK} GMT"),
    re.compile(
        rf"(?:{_LONG_DAYS}), (?P<day>[0-9]{{2}})-{_MONTH}-(?P<year>[0-9]{{2}}) {_CLOCK} GMT"
    ),
    re.compile(rf"(?:{_DAYS}) {_MONTH} (?P<day>[ 0-9][0-9]) {_CLOCK} (?P<year>[0-9]{{4}})"),
]


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
    date = _date_of(text, now)
    return None if date is None else max(0.0, date - now)


def _date_of(text: str, now: float) -> float | None:
    found = next((date for form in _DATES if (date := form.fullmatch(text))), None)
    if found is None:
        return None
    year = int(found["year"])
    if len(found["year"]) == 2:
        # In the century in which it is no more than 50 years ahead.
        this_year = time.gmtime(now).tm_year
        year += this_year // 100 * 100
        year -= 100 if year > this_year + 50 else 0
    month = _MONTHS.index(found["month"]) + 1
    hour, minute, second = [int(found[name]) for name in ("hour", "minute", "second")]
    try:
        moment = datetime(year, month, int(found["day"]), hour, minute, second, 0, timezone.utc)
    except ValueError:
        # Such as the 31st of February, or 24 o'clock.
        return None
    return moment.timestamp()


def delay_before(attempt: int, chance: float) -> float:
    """The seconds before attempt ``attempt`` beyond the first; ``chance`` is in [0, 1)."""
    whole = min(_FIRST_DELAY * 2.0 ** min(attempt - 1, 10), _LONGEST_DELAY)
    return whole * (1 - 0.25 * chance)
