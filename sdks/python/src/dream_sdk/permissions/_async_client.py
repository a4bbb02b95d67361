"""Permissions for programs with asyncio."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from ..flags._readiness import wait_of
from ._answer_reports import OF_CLAIMS, About, report_answer
from ._async_decision_reporter import AsyncDecisionReporter
from ._async_keeper import AsyncKeeper
from ._local_answer import LocalAnswers, RoleHolder, asked_of_server
from ._role_policy import PermissionAnswer, ResourceInHand, RolePolicy
from ._settings import read_settings

if TYPE_CHECKING:
    from .._async_client import AsyncDream
    from .._core.options import CallOptions
    from ..params.access import SubjectParam

SelfT = TypeVar("SelfT", bound="AsyncPermissionClient")


class AsyncPermissionClient:
    """``PermissionClient`` for programs with asyncio: ``can`` is the same, and never awaits.

    It keeps up by tasks of one loop: the one that runs when it is made, else when it is first
    asked. Close it in that loop. Where that is over, it goes on in the next one in which it is
    asked.
    """

    def __init__(
        self,
        client: AsyncDream,
        *,
        refresh_interval: float = 30.0,
        max_age: float = 300.0,
        stream: bool = True,
        report: bool = True,
        report_interval: float = 5.0,
        on_problem: Callable[[str], object] | None = None,
    ) -> None:
        """Raises a ``ConfigurationError`` for a time that is no number of seconds above 0.

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
            on_problem: Told, in a sentence, of what goes wrong; never of keys. It may be a
                coroutine function, which nothing waits for but ``close``.
        """
        settings = read_settings(refresh_interval, max_age, stream, on_problem)
        reporter = AsyncDecisionReporter(client, interval=report_interval, on_problem=on_problem)
        self._reporter = reporter if report else None
        self._client = client
        self._answers = LocalAnswers(settings.max_age)
        self._keeper = AsyncKeeper(client, settings)
        self._keeper.start()

    @property
    def policy(self) -> RolePolicy | None:
        """The one in force; None before the server was heard of."""
        held = self._keeper.held
        return None if held is None else held.policy

    async def ready(self, timeout: float = 5.0) -> bool:
        """Waits until there is a policy, so many seconds at most. True: there is one. Never
        raises."""
        keeper = self._keeper
        keeper.start()
        await keeper.settle(wait_of(timeout))
        return keeper.held is not None and not keeper.is_closed

    def can(
        self, who: RoleHolder, permission: str, resource: ResourceInHand | None = None
    ) -> PermissionAnswer:
        """Answers at once; ``ask`` where only the server can know, the policy is not known to be in
        force, or the resource is no mapping. Never raises."""
        return self._answer(who, permission, resource, OF_CLAIMS)

    async def check(
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
        verdict = await self._client.access.check(
            action=action,
            resource=asked,
            subject=subject,
            context=context,
            tenant=tenant,
            options=options,
        )
        return verdict.allowed is True

    async def refresh(self) -> None:
        """Asks for the policy now, and waits until that is over. Awaited by ``on_problem``, it waits
        for nothing, and the server is asked a second later. Never raises."""
        self._keeper.start()
        await self._keeper.refresh()

    async def flush(self) -> None:
        """Sends what is to be reported now, and waits until that is over. Never raises."""
        if self._reporter is not None:
            await self._reporter.flush()

    async def close(self) -> None:
        """Ends all of it, after what is still to be reported was sent once, for five seconds at
        most; ``can`` answers ``ask`` from then on."""
        try:
            await self._keeper.close()
        finally:
            if self._reporter is not None:
                await self._reporter.close()

    async def __aenter__(self: SelfT) -> SelfT:
        self._keeper.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    def _answer(
        self,
        who: RoleHolder,
        permission: str,
        resource: ResourceInHand | None,
        about: About,
    ) -> PermissionAnswer:
        keeper = self._keeper
        keeper.start()
        held = keeper.held
        if keeper.is_closed or held is None:
            return "ask"
        answer = self._answers.can(held, keeper.wish, who, permission, resource)
        if self._reporter is not None:
            revision = held.policy.revision
            report_answer(self._reporter, answer, revision, who, permission, resource, about)
        return answer
