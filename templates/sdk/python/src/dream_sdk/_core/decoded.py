"""Makes the value of an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast

from .answer import Answer
from .call import Answered, is_nothing, parsed
from .errors import ResponseError
from .model import plain

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
        nothing: Any = None
        return cast(T, nothing)
    value = parsed(answer)
    try:
        made = decode(value)
    except (TypeError, AttributeError) as error:
        raise wrong_form(answer, "its value is another than it was to be.") from error
    # Decoders leave alone what they cannot read: within an object, but not in place of it.
    if made is value and decode is not plain:
        raise wrong_form(answer, "its value is another than it was to be.")
    return made


def wrong_form(answer: Answer, why: str) -> ResponseError:
    """The error of an answer that is JSON, and yet not what it must be."""
    return ResponseError(
        f"The server answered in a form that was not to be: {why}",
        status=answer.status,
        headers=answer.shown_headers,
        body=answer.shown_text,
    )
