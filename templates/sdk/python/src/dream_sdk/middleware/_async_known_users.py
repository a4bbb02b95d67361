"""Who tokens belong to, for tasks that ask together."""

from __future__ import annotations

import asyncio
import contextvars
from typing import TYPE_CHECKING

from ..types.me import Me
from ._kept_users import Kept, KeptUsers, anew, whole

if TYPE_CHECKING:
    from .._async_client import AsyncDream

_Question = asyncio.Task[Me]


class AsyncKnownUsers:
    """Asks once where several tasks ask together."""

    def __init__(self, client: AsyncDream, time_to_live: float) -> None:
        self._client = client
        self._kept: KeptUsers[_Question] = KeptUsers(time_to_live)

    async def of(self, token: str, tenant: str | None) -> Me:
        """The one that is kept, for all who ask: nobody may edit it. Raises what ``me.get``
        raises."""
        kept = self._kept.find(token, tenant)
        if kept is None or not _is_answered_here(kept.question):
            kept = self._begin(token, tenant)
        # A request that is given up must not take the answer from the others.
        try:
            return await asyncio.shield(kept.question)
        except Exception as error:
            # That of each request that waited would be kept with the answer.
            error.__traceback__ = None
            raise anew(error) from error.__cause__

    def _begin(self, token: str, tenant: str | None) -> Kept[_Question]:
        # In no context of this request, which would be kept for as long as the answer.
        question = contextvars.Context().run(
            asyncio.get_running_loop().create_task, self._ask(token, tenant)
        )
        kept = self._kept.begin(token, tenant, question)

        def settle(done: _Question) -> None:
            error = asyncio.CancelledError() if done.cancelled() else done.exception()
            self._kept.settle(kept, error)

        question.add_done_callback(settle)
        return kept

    async def _ask(self, token: str, tenant: str | None) -> Me:
        as_user = self._client.with_options(user_token=token, tenant=tenant)
        return whole(await as_user.me.get())


def _is_answered_here(question: _Question) -> bool:
    """What another loop was to answer, which may be over, nobody can wait for in this one."""
    return question.done() or question.get_loop() is asyncio.get_running_loop()
