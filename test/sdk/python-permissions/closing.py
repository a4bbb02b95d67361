"""Clients of permissions end when they are told to, whatever comes at that moment."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

from scripted_server import KEY, ScriptedServer, editor_may, until

from dream_sdk import Dream
from dream_sdk.permissions import AsyncPermissionClient, PermissionClient

WHO = ["editor"]
# Far more than it takes, for what would otherwise never end.
GENEROUS = 60.0


class AnsweringClient:
    """Answers within the loop, so that what comes together is decided here."""

    access = SimpleNamespace(policy=None)

    async def raw(self, _call: object, options: object = None) -> Any:
        await asyncio.sleep(0)
        value = SimpleNamespace(raw=editor_may(1, "invoice:read"))
        return SimpleNamespace(status=200, headers={}, value=value)


class DeafStream:
    """Loses the first cancellation, as a read does whose answer comes at the same time."""

    def __init__(self) -> None:
        self.reads = 0
        self.is_read = asyncio.Event()

    @asynccontextmanager
    async def stream(self, **_: object) -> AsyncIterator[AsyncIterator[object]]:
        yield self._events()

    async def _events(self) -> AsyncIterator[object]:
        while True:
            self.reads += 1
            self.is_read.set()
            try:
                await asyncio.Event().wait()
                yield None
            except asyncio.CancelledError:
                if self.reads > 1:
                    raise


async def closes_while_a_wish_comes(turns: int) -> None:
    client: Any = AnsweringClient()
    permissions = AsyncPermissionClient(client, stream=False, refresh_interval=3600)
    assert await permissions.ready(timeout=GENEROUS)
    await asyncio.sleep(0)
    waiting = asyncio.create_task(permissions.refresh())
    for _ in range(turns):
        await asyncio.sleep(0)
    await asyncio.wait_for(permissions.close(), GENEROUS)
    await asyncio.wait_for(waiting, GENEROUS)
    assert permissions.can(WHO, "invoice:read") == "ask"


async def closes_a_stream_that_did_not_hear() -> None:
    client: Any = AnsweringClient()
    client.events = DeafStream()
    permissions = AsyncPermissionClient(client, refresh_interval=3600)
    await client.events.is_read.wait()
    await asyncio.wait_for(permissions.close(), GENEROUS)
    assert client.events.reads == 2, client.events.reads


def refreshes_when_told_of_a_problem() -> None:
    server = ScriptedServer()
    server.status = 500
    told_at: list[float] = []

    def try_again(_problem: str) -> None:
        told_at.append(time.monotonic())
        permissions.refresh()

    # It is told of nothing before it has this name.
    server.gate.clear()
    client = Dream(base_url=server.url, secret_key=KEY, max_retries=0)
    options: Any = {"stream": False, "refresh_interval": 3600, "on_problem": try_again}
    permissions = PermissionClient(client, **options)
    server.gate.set()
    until(lambda: len(told_at) >= 2)
    server.status = 200
    assert permissions.ready(timeout=GENEROUS)
    assert permissions.can(WHO, "invoice:read") == "yes"
    permissions.close()
    # A server that fails is not asked without end.
    pauses = [later - earlier for earlier, later in zip(told_at, told_at[1:])]
    assert min(pauses) >= 0.9, pauses


for count in range(8):
    asyncio.run(closes_while_a_wish_comes(count))
asyncio.run(closes_a_stream_that_did_not_hear())
refreshes_when_told_of_a_problem()
print("every part was run")
