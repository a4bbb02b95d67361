"""Makes the value of an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast

from .answer import Answer
from .call import Answered, is_nothing, parsed
from .errors import ResponseError
from .model import nothing, plain

T = TypeVar("T")


class RawAnswer(Generic[T]):
    """A value with the answer it came in.

    Attributes:
        value: What the call gives without ``raw``.
        status: The status of the answer.
        headers: Its headers; names are found in any case.
        request_id: What to name when asking for help.
        attempts: How many requests it took.
    """

    __slots__ = ("attempts", "headers", "request_id", "status", "value")

    def __init__(self, value: T, answered: Answered) -> None:
        answer = answered.answer
        self.value = value
        self.status = answer.status
        self.headers = answer.headers
        self.request_id = answer.request_id
        self.attempts = answered.attempts


def value_of(answer: Answer, decode: Callable[[Any], T]) -> T:
    """The value of an answer. Raises a ``ResponseError`` where it is of another form."""
    if is_nothing(answer):
        absent: Any = None
        return cast(T, absent)
    # In no variable, and with no cause: what came may hold keys that a proxy sent back, and reports
    # of errors show all of that.
    read = _read(parsed(answer), decode)
    if read is None:
        raise wrong_form(answer, "its value is another than it was to be.")
    return read[0]


def _read(value: Any, decode: Callable[[Any], T]) -> tuple[T] | None:
    try:
        made = decode(value)
    except (TypeError, AttributeError):
        return None
    # Decoders leave alone what they cannot read: within an object, but not in place of it.
    return None if made is value and decode not in (plain, nothing) else (made,)


def wrong_form(answer: Answer, why: str) -> ResponseError:
    """The error of an answer that is JSON, and yet not what it must be."""
    return ResponseError(
        f"The server answered in a form that was not to be: {why}",
        status=answer.status,
        headers=answer.shown_headers,
        body=answer.shown_text,
    )
