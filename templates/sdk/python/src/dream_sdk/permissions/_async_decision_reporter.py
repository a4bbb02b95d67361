"""Reports decisions of programs with asyncio."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from .._core.running_loop import running_loop
from ._decision import read_decision
from ._decision_queue import DecisionQueue
from ._loop_sending import LoopSending
from ._problem import OnProblem
from ._role_policy import ResourceInHand
from ._settings import LAST_REPORT, report_interval_of

if TYPE_CHECKING:
    from .._async_client import AsyncDream
    from ..params.access import SubjectOfDecisionParam

SelfT = TypeVar("SelfT", bound="AsyncDecisionReporter")


class AsyncDecisionReporter:
    """``DecisionReporter`` for programs with asyncio: ``report`` is the same, and never awaits.

    It sends by tasks of one loop: the one that runs when it is made, else when it is first told of
    a decision. Close it in that loop. Where that is over, it goes on in the next one in which it is
    told of any.
    """

    def __init__(
        self,
        client: AsyncDream,
        *,
        interval: float = 5.0,
        on_problem: OnProblem | None = None,
    ) -> None:
        """Raises a ``ConfigurationError`` for a time that is no number of seconds above 0.

        Args:
            client: With a secret key that has ``decisions:write``.
            interval: Seconds from the first decision that waits to the call that reports it, at
                least 0.1; 500 do not wait for it.
            on_problem: Told, in a sentence, of what goes wrong; never of keys. It may be a
                coroutine function, which nothing waits for but ``close``.
        """
        self._client = client
        self._interval = report_interval_of("interval", interval)
        self._on_problem = on_problem
        self._queue = DecisionQueue()
        self._sending: LoopSending | None = None
        self._here()

    def report(
        self,
        *,
        subject: SubjectOfDecisionParam,
        permission: str,
        allowed: bool,
        policy_revision: float,
        resource: ResourceInHand | None = None,
        tenant: str | None = None,
    ) -> None:
        """Has it reported; what is no decision is dropped. Never waits, never raises.

        Args:
            subject: Whom it is about.
            permission: ``invoice:approve``
            allowed: What was decided.
            policy_revision: ``revision`` of the policy that decided.
            resource: Of which the ``id`` is told, and nothing else.
            tenant: Absent: that of the client.
        """
        decision = read_decision(subject, permission, resource, tenant, allowed, policy_revision)
        if decision is not None and self._queue.add(decision):
            sending = self._here()
            if sending is not None:
                sending.begin()

    async def flush(self) -> None:
        """Sends what is to be reported now, and waits until that is over. Never raises."""
        sending = self._here()
        if sending is not None:
            await sending.flush()

    async def close(self) -> None:
        """Sends what is left once, for five seconds at most, and takes nothing more."""
        self._queue.close()
        sending = self._here()
        if sending is not None:
            await sending.end(LAST_REPORT)

    async def __aenter__(self: SelfT) -> SelfT:
        self._here()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    def _here(self) -> LoopSending | None:
        """What sends: in the loop that it began in for as long as that runs, else in this one."""
        sending = self._sending
        if sending is not None and sending.goes_on:
            return sending
        if running_loop() is None:
            return None
        self._sending = LoopSending(self._client, self._queue, self._interval, self._on_problem)
        return self._sending
