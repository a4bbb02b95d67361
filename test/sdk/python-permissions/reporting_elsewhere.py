"""Reporters in forked processes, and in one event loop after the other."""

from __future__ import annotations

import asyncio
import os
import threading
import warnings
from typing import Any

from reporting_kinds import DECISION, GENEROUS, LONG
from scripted_server import KEY, ScriptedServer, until

from dream_sdk import AsyncDream, Dream
from dream_sdk.permissions import (
    AsyncDecisionReporter,
    AsyncPermissionClient,
    DecisionReporter,
    PermissionClient,
)

CLAIMS: dict[str, Any] = {"roleSlugs": ["editor"], "sub": "ada", "tenantId": "acme"}
# A loop that ends here leaves the connections of a client that is used on in the next; so does a
# process that is forked.
warnings.simplefilter("ignore", ResourceWarning)


def opened(server: ScriptedServer) -> AsyncDream:
    return AsyncDream(base_url=server.url, secret_key=KEY, max_retries=0)


def actions(server: ScriptedServer) -> list[list[str]]:
    return [[one["action"] for one in report.decisions] for report in server.reports]


def in_a_child(work: Any) -> None:
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status == 0, status


def forks() -> None:
    server = ScriptedServer()
    client = Dream(base_url=server.url, secret_key=KEY, max_retries=0)
    reporter = DecisionReporter(client, interval=LONG)
    closed = DecisionReporter(client, interval=LONG)
    closed.close()
    reporter.report(**{**DECISION, "permission": "invoice:of-parent"})

    def decides() -> None:
        reporter.report(**{**DECISION, "permission": "invoice:of-child"})
        reporter.close()
        closed.report(**DECISION)
        closed.flush()

    # The server runs in a thread of the parent, which is the same for both.
    in_a_child(decides)
    assert actions(server) == [["of-child"]], actions(server)
    reporter.close()
    assert actions(server) == [["of-child"], ["of-parent"]], actions(server)
    client.close()


def forks_with_permissions() -> None:
    server = ScriptedServer()
    client = Dream(base_url=server.url, secret_key=KEY, max_retries=0)
    options: Any = {"stream": False, "refresh_interval": LONG, "report_interval": LONG}
    with PermissionClient(client, **options) as permissions:
        assert permissions.ready(GENEROUS)
        assert permissions.can(CLAIMS, "invoice:read") == "yes"

        def decides() -> None:
            assert permissions.can(CLAIMS, "invoice:update") == "no"
            permissions.close()

        in_a_child(decides)
        assert actions(server) == [["update"]], actions(server)
    assert actions(server) == [["update"], ["read"]], actions(server)
    client.close()


def goes_on_in_the_next_loop() -> None:
    server = ScriptedServer()
    reporter = AsyncDecisionReporter(opened(server), interval=LONG)
    # Outside of any loop it takes what it is told.
    reporter.report(**{**DECISION, "permission": "invoice:outside"})

    async def decide(action: str) -> None:
        reporter.report(**{**DECISION, "permission": f"invoice:{action}"})

    asyncio.run(decide("first"))
    asyncio.run(decide("second"))
    assert server.reports == []
    asyncio.run(reporter.close())
    assert actions(server) == [["outside", "first", "second"]], actions(server)
    asyncio.run(decide("late"))
    asyncio.run(reporter.close())
    assert len(server.reports) == 1


def repeats_what_a_loop_left() -> None:
    """A call that ended with its loop is made again in the next, with the same key and content."""
    server = ScriptedServer()
    server.gate.clear()
    reporter = AsyncDecisionReporter(opened(server), interval=LONG)

    async def begin() -> None:
        reporter.report(**DECISION)
        flushing = asyncio.create_task(reporter.flush())
        while not server.reports:
            await asyncio.sleep(0.005)
        flushing.cancel()

    asyncio.run(begin())
    server.gate.set()

    async def end() -> None:
        reporter.report(**{**DECISION, "permission": "invoice:newer"})
        await reporter.close()

    asyncio.run(end())
    first, again, newer = server.reports
    assert first[:3] == again[:3] and newer.key != first.key, server.reports
    assert actions(server) == [["read"], ["read"], ["newer"]]


def is_ended_elsewhere() -> None:
    """What another loop sends, which runs on, is sent there."""
    server = ScriptedServer()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    client = opened(server)

    async def make() -> AsyncDecisionReporter:
        return AsyncDecisionReporter(client, interval=LONG)

    reporter = asyncio.run_coroutine_threadsafe(make(), loop).result(GENEROUS)

    async def decide() -> None:
        reporter.report(**DECISION)
        await reporter.flush()
        while not server.reports:
            await asyncio.sleep(0.005)
        reporter.report(**DECISION)
        await reporter.close()

    asyncio.run(decide())
    until(lambda: len(server.reports) == 2)
    asyncio.run_coroutine_threadsafe(reporter.close(), loop).result(GENEROUS)
    asyncio.run_coroutine_threadsafe(client.close(), loop).result(GENEROUS)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    assert asyncio.all_tasks(loop) == set()
    loop.close()


async def awaits_who_is_told() -> None:
    server = ScriptedServer()
    server.report_statuses = [400, 400]
    told: list[str] = []

    async def on_problem(problem: str) -> None:
        await asyncio.sleep(0.01)
        told.append(problem)
        await permissions.flush()

    options: Any = {"stream": False, "report_interval": LONG, "on_problem": on_problem}
    async with opened(server) as client:
        async with AsyncPermissionClient(client, **options) as permissions:
            assert await permissions.ready(GENEROUS)
            permissions.can(CLAIMS, "invoice:read")
            await asyncio.wait_for(permissions.flush(), GENEROUS)
            permissions.can(CLAIMS, "invoice:read")
        assert len(told) == 2, told
    assert asyncio.all_tasks() == {asyncio.current_task()}, asyncio.all_tasks()


async def is_cancelled_while_it_ends() -> None:
    """Whoever gives up waiting for the last report leaves nothing behind that keeps the policy."""
    server = ScriptedServer()
    async with opened(server) as client:
        options: Any = {"stream": False, "report_interval": LONG}
        permissions = AsyncPermissionClient(client, **options)
        assert await permissions.ready(GENEROUS)
        permissions.can(CLAIMS, "invoice:read")
        server.gate.clear()
        closing = asyncio.create_task(permissions.close())
        while not server.reports:
            await asyncio.sleep(0.005)
        closing.cancel()
        await asyncio.wait({closing})
        assert permissions.can(CLAIMS, "invoice:read") == "ask"
        server.gate.set()
        await asyncio.wait_for(permissions.close(), GENEROUS)
        assert asyncio.all_tasks() == {asyncio.current_task()}, asyncio.all_tasks()


# Before any other thread is there but that of the server: a process that forks has none of them.
forks()
forks_with_permissions()
goes_on_in_the_next_loop()
repeats_what_a_loop_left()
is_ended_elsewhere()
asyncio.run(awaits_who_is_told())
asyncio.run(is_cancelled_while_it_ends())
print("every part was run")
