"""Clients of permissions and entitlements that more than one event loop comes to use."""

from __future__ import annotations

import asyncio
import threading
import time
import warnings
from typing import Any

from scripted_server import KEY, ScriptedServer, editor_may

from dream_sdk import AsyncDream
from dream_sdk.entitlements import AsyncEntitlementClient
from dream_sdk.permissions import AsyncPermissionClient

WHO = ["editor"]
LONG = 3600.0
# Far more than it takes, for what would otherwise never end.
GENEROUS = 60.0
# A loop that ends here leaves the connections of a client that is used on in the next.
warnings.simplefilter("ignore", ResourceWarning)


def opened(server: ScriptedServer) -> AsyncDream:
    return AsyncDream(base_url=server.url, secret_key=KEY, max_retries=0)


async def within_reason(work: Any) -> Any:
    return await asyncio.wait_for(work, GENEROUS)


def goes_on_in_the_next_loop() -> None:
    server = ScriptedServer()
    permissions = AsyncPermissionClient(opened(server), stream=False, refresh_interval=LONG)

    async def first() -> None:
        assert await permissions.ready(GENEROUS)
        assert permissions.can(WHO, "invoice:read") == "yes"

    async def second() -> None:
        # What was heard of before counts on, and is asked for anew.
        assert await permissions.ready(GENEROUS)
        assert permissions.can(WHO, "invoice:read") == "yes"
        server.policy = editor_may(2)
        await within_reason(permissions.refresh())
        assert permissions.can(WHO, "invoice:read") == "no"

    asyncio.run(first())
    asyncio.run(second())
    # Between two loops it answers from what it has, and whoever wishes for more harms nothing.
    assert permissions.can(WHO, "invoice:read") == "no"
    claims = {"roleSlugs": WHO, "policyVersion": "9.1"}
    assert permissions.can(claims, "invoice:read") == "ask"
    asyncio.run(within_reason(permissions.close()))
    assert permissions.can(WHO, "invoice:read") == "ask"


def closes_where_it_never_ran() -> None:
    server = ScriptedServer()
    permissions = AsyncPermissionClient(opened(server), stream=False, refresh_interval=LONG)
    loop = asyncio.new_event_loop()
    loop.run_until_complete(permissions.ready(GENEROUS))
    # The work of the first loop stands still there, and ends once it runs again.
    asyncio.run(within_reason(permissions.close()))
    loop.run_until_complete(asyncio.sleep(0.01))
    assert asyncio.all_tasks(loop) == set(), asyncio.all_tasks(loop)
    loop.close()


def is_asked_beside_its_loop() -> None:
    """Nothing of it raises, or never ends, where it is asked in another loop meanwhile."""
    server = ScriptedServer()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    permissions = AsyncPermissionClient(opened(server), stream=False, refresh_interval=LONG)
    ready = asyncio.run_coroutine_threadsafe(permissions.ready(GENEROUS), loop)
    assert ready.result(GENEROUS) is True
    server.policy = editor_may(2)

    async def beside() -> None:
        assert await within_reason(permissions.ready())
        await within_reason(permissions.refresh())
        while permissions.can(WHO, "invoice:read") != "no":
            await asyncio.sleep(0.005)

    asyncio.run(beside())
    asyncio.run_coroutine_threadsafe(permissions.close(), loop).result(GENEROUS)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def entitlements_of_a_loop_that_is_over() -> None:
    server = ScriptedServer()
    server.entitlements = {"sso": {"entitled": True}}
    server.gate.clear()
    entitlements = AsyncEntitlementClient(opened(server), time_to_live=LONG)
    loop = asyncio.new_event_loop()

    async def give_up() -> None:
        asking = asyncio.create_task(entitlements.has("acme", "sso"))
        while server.count("evaluate") == 0:
            await asyncio.sleep(0.005)
        asking.cancel()

    loop.run_until_complete(give_up())
    # The question goes on, in a loop that nobody runs.
    server.gate.set()
    assert asyncio.run(within_reason(entitlements.has("acme", "sso"))) is True
    assert asyncio.run(within_reason(entitlements.has("acme", "sso"))) is True
    assert server.count("evaluate") == 2, server.asked
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0.01))
    loop.close()


async def awaits_who_is_told() -> None:
    server = ScriptedServer()
    server.status = 500
    told: list[str] = []

    async def on_problem(problem: str) -> None:
        await asyncio.sleep(0)
        told.append(problem)
        raise RuntimeError("the log is full")

    options: Any = {"stream": False, "refresh_interval": LONG, "on_problem": on_problem}
    async with opened(server) as client, AsyncPermissionClient(client, **options) as permissions:
        await within_reason(permissions.refresh())
        while not told:
            await asyncio.sleep(0.005)
        assert told[0].startswith("ServerError: 500"), told
        server.status = 200
        await within_reason(permissions.refresh())
        assert permissions.can(WHO, "invoice:read") == "yes"


async def goes_on_beside_who_is_told() -> None:
    """Nobody waits for who is told, who may never end, but for as long as the policy is kept."""
    server = ScriptedServer()
    server.status = 500
    told = asyncio.Event()

    async def never_ends(_problem: str) -> None:
        told.set()
        await asyncio.Event().wait()

    options: Any = {"stream": False, "refresh_interval": LONG, "on_problem": never_ends}
    async with opened(server) as client, AsyncPermissionClient(client, **options) as permissions:
        await within_reason(told.wait())
        server.status = 200
        await within_reason(permissions.refresh())
        assert permissions.can(WHO, "invoice:read") == "yes"
    assert asyncio.all_tasks() == {asyncio.current_task()}, asyncio.all_tasks()


async def refreshes_when_told(*, in_a_task: bool) -> None:
    """Whoever is told may ask again: not at once, since a server that fails would be asked without
    end, and without waiting for themselves."""
    server = ScriptedServer()
    server.status = 500
    told_at: list[float] = []

    async def try_again(_problem: str) -> None:
        told_at.append(time.monotonic())
        await permissions.refresh()

    def try_again_beside(_problem: str) -> None:
        told_at.append(time.monotonic())
        beside.append(asyncio.create_task(permissions.refresh()))

    beside: list[asyncio.Task[None]] = []
    listener = try_again_beside if in_a_task else try_again
    options: Any = {"stream": False, "refresh_interval": LONG, "on_problem": listener}
    async with opened(server) as client:
        permissions = AsyncPermissionClient(client, **options)
        while len(told_at) < 2:
            await asyncio.sleep(0.005)
        server.status = 200
        assert await permissions.ready(GENEROUS)
        pauses = [later - earlier for earlier, later in zip(told_at, told_at[1:])]
        assert min(pauses) >= 0.9, pauses
        await within_reason(permissions.close())


async def is_closed_by_who_is_told() -> None:
    server = ScriptedServer()
    server.status = 500
    closed = asyncio.Event()

    async def give_up(_problem: str) -> None:
        await permissions.close()
        closed.set()

    options: Any = {"refresh_interval": LONG, "on_problem": give_up}
    async with opened(server) as client:
        permissions = AsyncPermissionClient(client, **options)
        await within_reason(closed.wait())
        assert permissions.can(WHO, "invoice:read") == "ask"
    server.streams.put(None)


goes_on_in_the_next_loop()
closes_where_it_never_ran()
is_asked_beside_its_loop()
entitlements_of_a_loop_that_is_over()
asyncio.run(awaits_who_is_told())
asyncio.run(goes_on_beside_who_is_told())
for own in (False, True):
    asyncio.run(refreshes_when_told(in_a_task=own))
asyncio.run(is_closed_by_who_is_told())
print("every part was run")
