"""The policy that a client has."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, NamedTuple

from ._role_policy import RolePolicy

if TYPE_CHECKING:
    from .._core.decoded import RawAnswer
    from .._core.options import CallOptions


class Held(NamedTuple):
    """Replaced as a whole: whoever asks sees one answer.

    Attributes:
        etag: Of the answer that it came in.
        confirmed_at: By ``time.monotonic()``: when the server was asked that last confirmed it.
    """

    policy: RolePolicy
    etag: str | None
    confirmed_at: float

    def is_older_than(self, seconds: float) -> bool:
        return time.monotonic() - self.confirmed_at > seconds


def question_for(held: Held | None) -> CallOptions:
    """What is held already is not sent again."""
    etag = None if held is None else held.etag
    return {} if etag is None else {"headers": {"If-None-Match": etag}}


def held_after(held: Held | None, answer: RawAnswer[Any], asked_at: float) -> Held:
    """Raises a ``TypeError`` for an answer that is no policy."""
    if answer.status == 304 and held is not None:
        return held._replace(confirmed_at=asked_at)
    payload: Any = getattr(answer.value, "raw", None)
    return Held(RolePolicy(payload), answer.headers.get("etag"), asked_at)
