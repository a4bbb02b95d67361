"""Who tokens belong to, for threads that ask together."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ..flags._fork import outlive_forks
from ..types.me import Me
from ._kept_users import Kept, KeptUsers, anew, whole

if TYPE_CHECKING:
    from .._client import Dream


class _Question:
    """What one thread asks, and others wait for."""

    def __init__(self) -> None:
        self.is_over = threading.Event()
        self.user: Me | None = None
        self.error: Exception | None = None


class KnownUsers:
    """Asks once where several threads ask together."""

    def __init__(self, client: Dream, time_to_live: float) -> None:
        self._client = client
        self._time_to_live = time_to_live
        self._lock = threading.Lock()
        self._kept: KeptUsers[_Question] = KeptUsers(time_to_live)
        outlive_forks(self)

    def of(self, token: str, tenant: str | None) -> Me:
        """The one that is kept, for all who ask: nobody may edit it. Raises what ``me.get``
        raises."""
        while True:
            with self._lock:
                kept = self._kept.find(token, tenant)
                if kept is None:
                    kept = self._kept.begin(token, tenant, _Question())
                    break
            kept.question.is_over.wait()
            if kept.question.user is not None:
                return kept.question.user
            if kept.question.error is not None:
                raise anew(kept.question.error)
            # Whoever asked was ended in the middle of it.
        return self._asked(kept, token, tenant)

    def _asked(self, kept: Kept[_Question], token: str, tenant: str | None) -> Me:
        question, failure = kept.question, None
        try:
            as_user = self._client.with_options(user_token=token, tenant=tenant)
            question.user = whole(as_user.me.get())
            return question.user
        except BaseException as error:
            failure = error
            if isinstance(error, Exception):
                # Without its traceback, which would keep this request for as long as the answer.
                question.error = anew(error)
            raise
        finally:
            with self._lock:
                self._kept.settle(kept, failure)
            failure = None
            question.is_over.set()

    def forked(self) -> None:
        """Told in a forked process: threads that were to answer are not there."""
        self._lock = threading.Lock()
        self._kept = KeptUsers(self._time_to_live)
