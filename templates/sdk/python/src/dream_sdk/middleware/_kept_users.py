"""Who tokens belong to, as the server said a moment ago."""

from __future__ import annotations

import copy
import time
from typing import Any, Generic, TypeVar

from .._core.errors import (
    AuthenticationError,
    AuthorizationError,
    ConfigurationError,
    DreamError,
    ResponseError,
)
from .._core.json_value import as_list
from ..types.me import Me
from ._request_token import token_end

QuestionT = TypeVar("QuestionT")

# As many are kept; whoever sends made-up tokens makes the oldest forgotten, and no more.
_MOST = 2_000


class Kept(Generic[QuestionT]):
    """A question about one token in one tenant. ``until``: by ``time.monotonic()``."""

    def __init__(self, question: QuestionT, token: str, tenant: str | None) -> None:
        self.question = question
        self.place = token, tenant
        self.asked_at = time.monotonic()
        self.left = token_end(token) - time.time()
        # Whoever comes once the token is over is not told what was asked for before, however long
        # the answer takes.
        self.until = self.asked_at + self.left if self.left > 0 else float("inf")


class KeptUsers(Generic[QuestionT]):
    """Whom the server refused is kept as well. Not safe for threads."""

    def __init__(self, time_to_live: Any) -> None:
        # Negated, since nothing compares with what is no number.
        if not (isinstance(time_to_live, (int, float)) and time_to_live >= 0):
            raise ConfigurationError("time_to_live must be 0 seconds or more.")
        self._time_to_live: float = time_to_live
        self._kept: dict[tuple[str, str | None], Kept[QuestionT]] = {}

    def find(self, token: str, tenant: str | None) -> Kept[QuestionT] | None:
        """What counts, or is under way."""
        kept = self._kept.get((token, tenant))
        return kept if kept is not None and time.monotonic() < kept.until else None

    def begin(self, token: str, tenant: str | None, question: QuestionT) -> Kept[QuestionT]:
        """It is asked from now on."""
        kept = Kept(question, token, tenant)
        self._kept.pop(kept.place, None)
        self._kept[kept.place] = kept
        if len(self._kept) > _MOST:
            for oldest in list(self._kept)[: _MOST // 10]:
                del self._kept[oldest]
        return kept

    def settle(self, kept: Kept[QuestionT], error: BaseException | None) -> None:
        """For how long it counts what came."""
        if error is None:
            kept.until = kept.asked_at + min(self._time_to_live, kept.left)
        elif isinstance(error, (AuthenticationError, AuthorizationError)):
            kept.until = kept.asked_at + self._time_to_live
        else:
            # Nobody is told of it again.
            kept.until = 0.0
            if self._kept.get(kept.place) is kept:
                del self._kept[kept.place]


def whole(user: Me) -> Me:
    """Raises a ``ResponseError`` where a field is missing, or of another kind, without which nobody
    can be let through."""
    raw = user.raw
    texts = [raw.get(name) for name in ("id", "tenantId")]
    lists = [raw.get(name) for name in ("roles", "permissions")]
    if all(isinstance(text, str) and text for text in texts) and all(map(_is_texts, lists)):
        return user
    raise ResponseError("me.get: the answer is no user.", status=200, headers={}, body="")


def _is_texts(value: object) -> bool:
    items = as_list(value)
    return items is not None and all(isinstance(item, str) for item in items)


def anew(error: Exception) -> Exception:
    """An error for one more request: each that raised the same one would add to its traceback."""
    if not isinstance(error, DreamError):
        return error
    other = copy.copy(error)
    other.__cause__ = error.__cause__
    return other
