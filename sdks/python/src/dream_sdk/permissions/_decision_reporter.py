"""Reports decisions of programs without asyncio."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from .._core.plain_function import require_plain
from ..flags._fork import outlive_forks
from ._decision import read_decision
from ._decision_queue import DecisionQueue
from ._problem import OnProblem
from ._role_policy import ResourceInHand
from ._sending import Sending
from ._settings import LAST_REPORT, report_interval_of

if TYPE_CHECKING:
    from .._client import Dream
    from ..params.access import SubjectOfDecisionParam

SelfT = TypeVar("SelfT", bound="DecisionReporter")


class DecisionReporter:
    """Brings decisions that an application took by itself into the decision log, in batches, in the
    background. A ``PermissionClient`` has one; this is for who decides by other means too.

    Threads may share it; one for a process is enough. Close it at the end. One that was made before
    ``os.fork`` works in the child, and leaves to the parent what was decided there.
    """

    def __init__(
        self,
        client: Dream,
        *,
        interval: float = 5.0,
        on_problem: OnProblem | None = None,
    ) -> None:
        """Raises a ``ConfigurationError`` for a time that is no number of seconds above 0, and for
        an ``on_problem`` that is to be awaited.

        Args:
            client: With a secret key that has ``decisions:write``.
            interval: Seconds from the first decision that waits to the call that reports it, at
                least 0.1; 500 do not wait for it.
            on_problem: Told, in a sentence, of what goes wrong; never of keys.
        """
        require_plain("on_problem", on_problem)
        self._client = client
        self._interval = report_interval_of("interval", interval)
        self._on_problem = on_problem
        self._begin(is_closed=False)
        outlive_forks(self)

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
            self._sending.begin()

    def flush(self) -> None:
        """Sends what is to be reported now, and waits until that is over. Never raises."""
        self._sending.flush()

    def close(self) -> None:
        """Sends what is left once, for five seconds at most, and takes nothing more."""
        self._queue.close()
        self._sending.end(LAST_REPORT)

    def __enter__(self: SelfT) -> SelfT:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def forked(self) -> None:
        """Told in a forked process: the threads of its parent and their locks are not there, and
        the parent reports what was decided there."""
        self._begin(is_closed=self._queue.is_closed)

    def _begin(self, *, is_closed: bool) -> None:
        self._queue = DecisionQueue(is_closed=is_closed)
        self._sending = Sending(self._client, self._queue, self._interval, self._on_problem)
