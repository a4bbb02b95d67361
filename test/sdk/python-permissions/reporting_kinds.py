"""Reporters and clients of permissions with asyncio and without, told to do the same."""

from __future__ import annotations

import asyncio
import inspect
import threading
from collections.abc import Callable
from typing import Any

from scripted_server import KEY, ScriptedServer

from dream_sdk import AsyncDream, Dream
from dream_sdk.permissions import (
    AsyncDecisionReporter,
    AsyncPermissionClient,
    DecisionReporter,
    PermissionClient,
)

# Far more than it takes, for what would otherwise never end.
GENEROUS = 60.0
LONG = 3600.0


class Plain:
    """Without asyncio."""

    client: Any = Dream
    reporter: Any = DecisionReporter
    permissions: Any = PermissionClient

    def do(self, work: Callable[[], Any]) -> Any:
        return work()


class WithAsyncio:
    """In a loop that runs beside."""

    client: Any = AsyncDream
    reporter: Any = AsyncDecisionReporter
    permissions: Any = AsyncPermissionClient

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    def do(self, work: Callable[[], Any]) -> Any:
        async def done() -> Any:
            value = work()
            return await value if inspect.isawaitable(value) else value

        return asyncio.run_coroutine_threadsafe(done(), self._loop).result(GENEROUS)


class Told:
    """A reporter, or a client of permissions, with what its ``on_problem`` was told."""

    def __init__(self, kind: Any, made: Callable[..., Any], server: ScriptedServer, options: Any):
        self.problems: list[str] = []
        of_client = {"tenant": options.pop("client_tenant", None)}
        of_client["max_retries"] = options.pop("max_retries", 0)
        options.setdefault("on_problem", self.problems.append)
        self._kind = kind

        self.client = kind.client(base_url=server.url, secret_key=KEY, **of_client)
        self.one = kind.do(lambda: made(self.client, **options))

    def do(self, name: str, *arguments: Any, **keywords: Any) -> Any:
        return self._kind.do(lambda: getattr(self.one, name)(*arguments, **keywords))

    def close(self) -> None:
        self.do("close")
        self._kind.do(self.client.close)

    def report(self, count: int = 1, **other: Any) -> None:
        """So many decisions that are alike."""
        decision = {**DECISION, **other}

        def report() -> None:
            for _ in range(count):
                self.one.report(**decision)

        self._kind.do(report)


DECISION: dict[str, Any] = {
    "subject": {"id": "ada"},
    "permission": "invoice:read",
    "allowed": True,
    "policy_revision": 7,
    "tenant": "acme",
}


def reporter(kind: Any, server: ScriptedServer, **options: Any) -> Told:
    return Told(kind, kind.reporter, server, {"interval": LONG, **options})


def permissions(kind: Any, server: ScriptedServer, **options: Any) -> Told:
    given = {"stream": False, "refresh_interval": LONG, "report_interval": LONG, **options}
    told = Told(kind, kind.permissions, server, given)
    assert told.do("ready", timeout=GENEROUS) is True
    return told


def counts(server: ScriptedServer) -> list[int]:
    return [len(report.decisions) for report in server.reports]


def nobody_sends() -> bool:
    return not any(one.name == "dream-decisions" for one in threading.enumerate())
