"""Clients of permissions against a server that changes its mind, with asyncio and without."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from scripted_server import KEY, ScriptedServer, editor_may, until

from dream_sdk import AsyncDream, ConfigurationError, Dream
from dream_sdk.permissions import AsyncPermissionClient, PermissionClient

WHO = ["editor"]
APPLIED = "event: revision.applied\nid: 1\ndata: {}\n\n"
LONG = 3600.0


def opened(server: ScriptedServer) -> Dream:
    return Dream(base_url=server.url, secret_key=KEY, max_retries=0)


def answers_and_asks() -> None:
    server = ScriptedServer()
    server.gate.clear()
    with PermissionClient(opened(server), stream=False) as permissions:
        assert permissions.can(WHO, "invoice:read") == "ask" and permissions.policy is None
        assert permissions.ready(timeout=0.01) is False
        server.gate.set()
        assert permissions.ready(timeout=60) is True
        assert permissions.policy is not None
        in_hand = {"id": "42", "properties": {"amount": 5}}
        found = [
            permissions.can(WHO, "invoice:read"),
            permissions.can(WHO, "invoice:update"),
            permissions.can(WHO, "invoice:update", {"id": "42"}),
        ]
        assert found == ["yes", "no", "ask"], found
        assert permissions.check(WHO, "invoice:read") is True
        assert permissions.check(WHO, "invoice:update") is False
        # What is no mapping is no resource, nor a question about the type.
        row: Any = object()
        assert permissions.can(WHO, "invoice:read", row) == "ask"
        try:
            permissions.check(WHO, "invoice:read", row)
            raise AssertionError("a resource that is no mapping was taken")
        except ConfigurationError:
            assert server.asked == ["policy anew"], server.asked
        question: Any = {"resource": in_hand, "subject": {"id": "ada"}, "context": {"ip": "::1"}}
        assert permissions.check(WHO, "invoice:update", tenant="acme", **question) is True
        server.allowed = False
        assert permissions.check(WHO, "invoice:update", {"id": "42"}, tenant="acme") is False
        assert server.asked[1:] == [
            'check {"action": "update", "context": {"ip": "::1"}, "resource": {"id": "42", '
            '"properties": {"amount": 5}, "type": "invoice"}, "subject": {"id": "ada"}, '
            '"tenant": "acme"}',
            'check {"action": "update", "resource": {"id": "42", "type": "invoice"}, '
            '"tenant": "acme"}',
        ], server.asked
    # Closed, it asks nothing more.
    permissions.refresh()
    assert [permissions.can(WHO, "invoice:read"), permissions.ready()] == ["ask", False]
    assert len(server.asked) == 3, server.asked


def asks_again() -> None:
    server = ScriptedServer()
    problems: list[str] = []
    options: Any = {"stream": False, "refresh_interval": 1, "on_problem": problems.append}
    permissions = PermissionClient(opened(server), **options)
    until(lambda: server.count('policy "1"') > 0)
    server.policy = editor_may(2)
    until(lambda: permissions.policy is not None and permissions.policy.revision == 2)
    assert permissions.can(WHO, "invoice:read") == "no"
    # Neither what is no policy nor what is no answer changes anything.
    server.policy = {"error": "a page of something in between"}
    permissions.refresh()
    assert "This is no policy: it has no revision" in problems, problems
    server.status = 500
    permissions.refresh()
    assert any(one.startswith("ServerError: 500") for one in problems), problems
    assert permissions.policy is not None and permissions.policy.revision == 2
    permissions.close()


def one_at_a_time() -> None:
    server = ScriptedServer()
    with PermissionClient(opened(server), stream=False, refresh_interval=LONG) as permissions:
        assert permissions.ready(timeout=60)
        server.gate.clear()
        claims = {"roleSlugs": WHO, "policyVersion": "2.1"}
        assert permissions.can(claims, "invoice:read") == "ask"
        until(lambda: server.count("policy") == 2)
        # That begins a question once in a second at most.
        assert [permissions.can(claims, "invoice:read") for _ in range(100)] == ["ask"] * 100
        server.policy = editor_may(2, "invoice:read")
        # What is under way does not know of it yet; whoever asks meanwhile is answered by another.
        waiting = threading.Thread(target=permissions.refresh)
        waiting.start()
        time.sleep(0.1)
        server.gate.set()
        waiting.join()
        assert server.count("policy") <= 4, server.asked
        assert permissions.can(claims, "invoice:read") == "yes"


def claims_count() -> None:
    server = ScriptedServer()
    server.policy = editor_may(7, "invoice:read")
    with PermissionClient(opened(server), stream=False, refresh_interval=LONG) as permissions:
        assert permissions.ready(timeout=60)

        def can(**claims: Any) -> str:
            return permissions.can({"roleSlugs": WHO, **claims}, "invoice:read")

        now = time.time()
        assert [can(), can(policyVersion="7.3"), can(policyVersion="6.9")] == ["yes"] * 3
        assert can(accessUntil=now + 3600) == "yes"
        wrong: list[dict[str, Any]] = [
            {"accessUntil": now},
            {"accessUntil": "x"},
            {"accessUntil": None},
            {"accessUntil": float("nan")},
            {"policyVersion": "8.1"},
            {"policyVersion": None},
            {"policyVersion": "nonsense"},
            {"policyVersion": "9" * 5000},
            {"roleSlugs": "editor"},
            {"roleSlugs": None},
            {"roleSlugs": [7]},
        ]
        assert [can(**one) for one in wrong] == ["ask"] * len(wrong)
        nobody: Any = None
        assert permissions.can(nobody, "invoice:read") == "ask"
        assert permissions.can({}, "invoice:read") == "ask"


def asks_for_claims_once_in_a_second() -> None:
    server = ScriptedServer()
    with PermissionClient(opened(server), stream=False, refresh_interval=LONG) as permissions:
        assert permissions.ready(timeout=60)
        began = time.monotonic()
        claims = {"roleSlugs": WHO, "policyVersion": "nonsense"}
        while server.count("policy") < 3:
            assert permissions.can(claims, "invoice:read") == "ask"
            time.sleep(0.005)
        assert time.monotonic() - began >= 1


def grows_old() -> None:
    server = ScriptedServer()
    with PermissionClient(opened(server), stream=False, max_age=0.3) as permissions:
        assert permissions.ready(timeout=60)
        until(lambda: permissions.can(WHO, "invoice:read") == "ask")
        assert permissions.policy is not None


def hears() -> None:
    server = ScriptedServer()
    with PermissionClient(opened(server), refresh_interval=LONG) as permissions:
        assert permissions.ready(timeout=60)
        server.policy = editor_may(2)
        server.streams.put(APPLIED)
        until(lambda: permissions.policy is not None and permissions.policy.revision == 2)
        assert "stream revision.applied" in server.asked, server.asked
    server.streams.put(None)


def goes_on_without(status: int, is_final: bool) -> None:
    server = ScriptedServer()
    server.stream_status = status
    problems: list[str] = []
    client = opened(server)
    with PermissionClient(client, refresh_interval=1, on_problem=problems.append) as permissions:
        assert permissions.ready(timeout=60)
        until(lambda: server.count("policy") >= (3 if is_final else 2))
        until(lambda: server.count("stream") >= (1 if is_final else 2))
        if is_final:
            assert server.count("stream") == 1 and len(problems) == 1, (server.asked, problems)
        assert KEY not in "".join(problems)


def forks() -> None:
    server = ScriptedServer()
    with PermissionClient(opened(server), stream=False, refresh_interval=LONG) as permissions:
        assert permissions.ready(timeout=60)
        of_parent, of_child = socket.socketpair()
        child = os.fork()
        if child == 0:
            # The connections of the parent are let go without a word.
            warnings.simplefilter("ignore", ResourceWarning)
            is_right = permissions.can(WHO, "invoice:read") == "yes"
            # What it asks by itself may be answered before or after; what it asks now, after.
            of_child.sendall(b".")
            of_child.recv(1)
            permissions.refresh()
            is_right = is_right and permissions.can(WHO, "invoice:read") == "no"
            os._exit(0 if is_right else 1)
        of_parent.recv(1)
        server.policy = editor_may(2)
        of_parent.sendall(b".")
        _, status = os.waitpid(child, 0)
        of_parent.close()
        of_child.close()
        assert status == 0


async def with_asyncio() -> None:
    server = ScriptedServer()
    problems: list[str] = []
    async with AsyncDream(base_url=server.url, secret_key=KEY, max_retries=0) as client:
        options: Any = {"refresh_interval": LONG, "on_problem": problems.append}
        async with AsyncPermissionClient(client, **options) as permissions:
            assert permissions.can(WHO, "invoice:read") == "ask"
            assert await permissions.ready(timeout=60) is True
            assert permissions.can(WHO, "invoice:read") == "yes"
            assert await permissions.check(WHO, "invoice:update", {"id": "42"}) is True
            server.policy = editor_may(2)
            server.streams.put(APPLIED)
            while permissions.policy is None or permissions.policy.revision != 2:
                await asyncio.sleep(0.005)
            server.policy = editor_may(3, "invoice:read")
            await asyncio.gather(*(permissions.refresh() for _ in range(3)))
            assert permissions.can(WHO, "invoice:read") == "yes"
            server.status = 500
            await permissions.refresh()
            assert [one[:16] for one in problems] == ["ServerError: 500"], problems
        assert permissions.can(WHO, "invoice:read") == "ask"
        assert await permissions.ready() is False
        server.streams.put(None)


def made_before_the_loop() -> None:
    server = ScriptedServer()
    client = AsyncDream(base_url=server.url, secret_key=KEY)
    permissions = AsyncPermissionClient(client, stream=False, refresh_interval=LONG)
    assert permissions.can(WHO, "invoice:read") == "ask" and server.asked == []

    async def ask() -> None:
        assert await permissions.ready(timeout=60)
        assert permissions.can(WHO, "invoice:read") == "yes"
        await permissions.close()
        await client.close()

    asyncio.run(ask())


def refuses() -> None:
    client = opened(ScriptedServer())
    for options in ({"refresh_interval": 0}, {"refresh_interval": float("nan")}, {"max_age": -1}):
        given: Any = options
        for kind in (PermissionClient, AsyncPermissionClient):
            made: Any = kind
            try:
                made(client, **given)
            except ConfigurationError:
                continue
            raise AssertionError(f"{options} is no setting")


# Before any other thread is there: a process that forks has none of them.
forks()
answers_and_asks()
one_at_a_time()
claims_count()
hears()
asyncio.run(with_asyncio())
made_before_the_loop()
refuses()
# What waits for the interval between two questions does so together.
with ThreadPoolExecutor(7) as pool:
    waiting = [pool.submit(asks_again), pool.submit(grows_old)]
    waiting.append(pool.submit(asks_for_claims_once_in_a_second))
    waiting += [pool.submit(goes_on_without, status, is_final=True) for status in (401, 403, 404)]
    waiting.append(pool.submit(goes_on_without, 500, is_final=False))
    for one in waiting:
        one.result()
print("every part was run")
