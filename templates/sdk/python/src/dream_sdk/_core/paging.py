"""Page after page of a list, as far as it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from .call import Answered, answer_of, parsed
from .decoded import RawAnswer, wrong_form
from .effects import Emit, Program
from .errors import PaginationError
from .json_value import as_list, as_object
from .model import Model
from .prepared import Prepared

PageT = TypeVar("PageT", bound=Model)
Follow = Callable[[dict[str, Any], Prepared, set[str]], Prepared | None]
"""Says what to ask for after a page, or None at the end. Cursors that came are kept in the set."""


def pages_of(prepared: Prepared, kind: type[PageT], follow: Follow) -> Program[None]:
    """Emits every page as a ``RawAnswer``. The next one is asked for when it is wanted."""
    seen: set[str] = set()
    upcoming: Prepared | None = prepared
    while upcoming is not None:
        answered: Answered = yield from answer_of(upcoming)
        raw = as_object(parsed(answered.answer))
        if raw is None or as_list(raw.get("data")) is None:
            raw = None
            raise wrong_form(answered.answer, "a page has a list of data.")
        yield Emit(RawAnswer(kind(raw), answered))
        why: str | None = None
        try:
            upcoming = follow(raw, upcoming, seen)
        except TypeError as error:
            why = str(error)
        except PaginationError as error:
            # Not by way of what read the page, and had it in a variable.
            raise error.with_traceback(None)
        finally:
            # Reports of errors may show it, and a proxy have sent keys back.
            raw = None
        if why is not None:
            raise wrong_form(answered.answer, why)


def next_page(raw: dict[str, Any], prepared: Prepared, seen: set[str]) -> Prepared | None:
    """For ``{data, pagination}``: goes on while there is a next page, empty or not."""
    if raw.get("pagination") is None:
        return None
    has_next = (as_object(raw["pagination"]) or {}).get("hasNext")
    if has_next is False:
        return None
    if has_next is not True:
        # A list that ended here would look whole, and not be.
        raise TypeError("a page says whether there is a next one.")
    page = prepared.query.get("page")
    return prepared.asking({"page": (1 if page is None else int(page)) + 1})


def next_part(parameter: str) -> Follow:
    """For ``{data, hasMore, nextCursor}``: goes on while there is more, and a cursor to get it.

    Args:
        parameter: What takes the cursor in the query.
    """

    def follow(raw: dict[str, Any], prepared: Prepared, seen: set[str]) -> Prepared | None:
        cursor = raw.get("nextCursor")
        has_more = raw.get("hasMore")
        if has_more is False or (cursor is None and has_more is not True):
            return None
        if not isinstance(cursor, str):
            # A list that ended here would look whole, and not be.
            raise TypeError("a page of a list that has more says where the next one begins.")
        asked = prepared.query.get(parameter)
        if isinstance(asked, str):
            seen.add(asked)
        if cursor in seen:
            raise PaginationError("The cursor of the next page came before: the list has no end.")
        return prepared.asking({parameter: cursor})

    return follow
