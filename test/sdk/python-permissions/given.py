"""What clients of permissions are given: texts that are members of an enumeration, and functions
that nobody would await."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from enum import Enum
from typing import Any

from scripted_server import KEY, ScriptedServer

from dream_sdk import AsyncDream, ConfigurationError, Dream
from dream_sdk.permissions import AsyncPermissionClient, PermissionClient

ASKED = 'check {"action": "update", "resource": {"id": "42", "type": "invoice"}}'


class May(str, Enum):
    READ = "invoice:read"
    UPDATE = "invoice:update"


class Held(str, Enum):
    EDITOR = "editor"


def is_asked_by_its_text() -> None:
    server = ScriptedServer()
    client = Dream(base_url=server.url, secret_key=KEY)
    with PermissionClient(client, stream=False) as permissions:
        assert permissions.ready(timeout=60)
        assert permissions.can([Held.EDITOR], May.READ) == "yes"
        assert permissions.can({"roleSlugs": [Held.EDITOR]}, May.UPDATE) == "no"
        assert permissions.check([Held.EDITOR], May.UPDATE, {"id": "42"}) is True
    assert server.asked == ["policy anew", ASKED], server.asked


async def is_asked_by_its_text_with_asyncio() -> None:
    server = ScriptedServer()
    async with AsyncDream(base_url=server.url, secret_key=KEY) as client:
        async with AsyncPermissionClient(client, stream=False) as permissions:
            assert await permissions.ready(timeout=60)
            assert await permissions.check([Held.EDITOR], May.UPDATE, {"id": "42"}) is True
    assert server.asked == ["policy anew", ASKED], server.asked


async def listen(_problem: str) -> None:
    """Nobody would await it."""


class Listener:
    async def __call__(self, problem: str) -> None:
        await listen(problem)


def refuses_what_nobody_awaits() -> None:
    client = Dream(base_url="http://127.0.0.1:1", secret_key=KEY, max_retries=0)
    never: list[Callable[..., Any]] = [listen, functools.partial(listen), Listener()]
    for on_problem in never:
        try:
            PermissionClient(client, on_problem=on_problem)
        except ConfigurationError:
            continue
        raise AssertionError(f"{on_problem} would never run")


TIMES: list[Any] = [float("inf"), 1e300, None, "soon", float("nan"), -1]


def waits_for_any_time() -> None:
    client = Dream(base_url=ScriptedServer().url, secret_key=KEY)
    with PermissionClient(client, stream=False) as permissions:
        assert [permissions.ready(seconds) for seconds in TIMES[:4]] == [True] * 4
        # Once it is settled, nobody waits.
        assert [permissions.ready(seconds) for seconds in TIMES] == [True] * 6


async def waits_for_any_time_with_asyncio() -> None:
    async with AsyncDream(base_url=ScriptedServer().url, secret_key=KEY) as client:
        async with AsyncPermissionClient(client, stream=False) as permissions:
            assert [await permissions.ready(seconds) for seconds in TIMES[:4]] == [True] * 4
            assert [await permissions.ready(seconds) for seconds in TIMES] == [True] * 6


is_asked_by_its_text()
asyncio.run(is_asked_by_its_text_with_asyncio())
refuses_what_nobody_awaits()
waits_for_any_time()
asyncio.run(waits_for_any_time_with_asyncio())
print("every part was run")
