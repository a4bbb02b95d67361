"""Permissions for programs without asyncio."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from .._core.plain_function import require_plain
from ..flags._fork import outlive_forks
from ..flags._readiness import wait_of
from ._answer_reports import OF_CLAIMS, About, report_answer
from ._decision_reporter import DecisionReporter
from ._keeper import Keeper
from ._local_answer import LocalAnswers, RoleHolder, asked_of_server
from ._role_policy import PermissionAnswer, ResourceInHand, RolePolicy
from ._settings import read_settings

if TYPE_CHECKING:
    from .._client import Dream
    from .._core.options import CallOptions
    from ..params.access import SubjectParam

SelfT = TypeVar("SelfT", bound="PermissionClient")


class PermissionClient:
    """What roles may do, answered in this process by the policy of the environment, which is
    brought up to date in the background; the server is asked where only it can know.

    For servers. Threads may share it; one for a process is enough. Close it at the end. One that
    was made before ``os.fork`` works in the child.
    """

    def __init__(
        self,
        client: Dream,
        *,
        refresh_interval: float = 30.0,
        max_age: float = 300.0,
        stream: bool = True,
        report: bool = True,
        report_interval: float = 5.0,
        on_problem: Callable[[str], object] | None = None,
    ) -> None:
        """Raises a ``ConfigurationError`` for a time that is no number of seconds above 0, and for
        an ``on_problem`` that is to be awaited.

        Args:
            client: With a secret key.
            refresh_interval: Seconds from an answer of the server to the next question, at
                least 1.
            max_age: Seconds for which a policy counts that the server did not confirm; then every
                answer is ``ask``.
            stream: Whether changes are heard of as they happen. That takes a key that may read
                events; without, they are after ``refresh_interval``.
            report: Whether what is answered here is brought into the decision log, where it is
                known whom it is about. That takes a key that may write decisions.
            report_interval: Seconds from the first answer that waits to the call that reports it,
                at least 0.1; 500 do not wait for it.
            on_problem: Told, in a sentence, of what goes wrong; never of keys.
        """
        require_plain("on_problem", on_problem)
        self._settings = read_settings(refresh_interval, max_age, stream, on_problem)
        reporter = DecisionReporter(client, interval=report_interval, on_problem=on_problem)
        self._reporter = reporter if report else None
        self._client = client
        self._answers = LocalAnswers(self._settings.max_age)
        self._is_forked = False
        self._beginning = threading.Lock()
        self._keeper = Keeper(client, self._settings, None)
        self._keeper.start()
        outlive_forks(self)

    @property
    def policy(self) -> RolePolicy | None:
        """The one in force; None before the server was heard of."""
        held = self._here().held
        return None if held is None else held.policy

    def ready(self, timeout: float = 5.0) -> bool:
        """Waits until there is a policy, so many seconds at most. True: there is one. Never
        raises."""
        keeper = self._here()
        keeper.settled.wait(wait_of(timeout))
        return keeper.held is not None and not keeper.stop.is_aborted

    def can(
        self, who: RoleHolder, permission: str, resource: ResourceInHand | None = None
    ) -> PermissionAnswer:
        """Answers at once; ``ask`` where only the server can know, the policy is not known to be in
        force, or the resource is no mapping. Never raises."""
        return self._answer(who, permission, resource, OF_CLAIMS)

    def check(
        self,
        who: RoleHolder,
        permission: str,
        resource: ResourceInHand | None = None,
        *,
        subject: SubjectParam | None = None,
        context: Mapping[str, Any] | None = None,
        tenant: str | None = None,
        options: CallOptions | None = None,
    ) -> bool:
        """Whether it is allowed. The server is asked where ``can`` says so.

        Args:
            who: Keys of roles, or the claims of a token that was verified.
            permission: ``invoice:approve``
            resource: What it is wanted of: a mapping.
            subject: Who that is, for the server and for the decision log; absent: whoever is
                signed in with the client, and of claims whom they name.
            context: What conditions may ask of ``context``: whence and how the request came.
            tenant: The tenant it is about.
            options: What the call of ``access.check`` says for itself.

        Raises:
            ConfigurationError: The resource is no mapping.
            DreamError: What ``access.check`` raises; then nothing is known, so nothing is allowed.
        """
        answer = self._answer(who, permission, resource, About(subject, tenant))
        if answer != "ask":
            return answer == "yes"
        action, asked = asked_of_server(permission, resource)
        verdict = self._client.access.check(
            action=action,
            resource=asked,
            subject=subject,
            context=context,
            tenant=tenant,
            options=options,
        )
        return verdict.allowed is True

    def refresh(self) -> None:
        """Asks for the policy now, and waits until that is over. Called by ``on_problem``, it waits
        for nothing, and the server is asked a second later. Never raises."""
        self._here().refresh()

    def flush(self) -> None:
        """Sends what is to be reported now, and waits until that is over. Never raises."""
        if self._reporter is not None:
            self._reporter.flush()

    def close(self) -> None:
        """Ends all of it, after what is still to be reported was sent once, for five seconds at
        most; ``can`` answers ``ask`` from then on."""
        self._here().close()
        if self._reporter is not None:
            self._reporter.close()

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
        """Told in a forked process: the threads of its parent and their locks are not there."""
        self._is_forked = True
        self._beginning = threading.Lock()

    def _answer(
        self,
        who: RoleHolder,
        permission: str,
        resource: ResourceInHand | None,
        about: About,
    ) -> PermissionAnswer:
        keeper = self._here()
        held = keeper.held
        if keeper.stop.is_aborted or held is None:
            return "ask"
        answer = self._answers.can(held, keeper.wish, who, permission, resource)
        if self._reporter is not None:
            revision = held.policy.revision
            report_answer(self._reporter, answer, revision, who, permission, resource, about)
        return answer

    def _here(self) -> Keeper:
        """What keeps up in this process."""
        if self._is_forked:
            with self._beginning:
                if self._is_forked:
                    self._begin_anew()
        return self._keeper

    def _begin_anew(self) -> None:
        # Not before it is asked: most of what is forked never asks, or becomes another program.
        before = self._keeper
        self._keeper = Keeper(self._client, self._settings, before.held)
        if before.stop.is_aborted:
            self._keeper.close()
        else:
            self._keeper.start()
        self._is_forked = False
