"""Clients of entitlements against a server that changes its mind, with asyncio and without."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta, timezone
from typing import Any

from scripted_server import KEY, ScriptedServer, until

from dream_sdk import (
    ApiConnectionError,
    AsyncDream,
    AuthenticationError,
    ConfigurationError,
    Dream,
    DreamError,
    ResponseError,
)
from dream_sdk.entitlements import AsyncEntitlementClient, EntitlementClient

SSO = {"sso": {"entitled": True, "type": "switch"}, "seats": {"entitled": True, "limit": 5}}
NONE = {"sso": {"entitled": False, "type": "switch"}}
LONG = 3600.0


class Asked:
    """One client of either kind, asked in the same way."""

    def __init__(self, is_async: bool, server: ScriptedServer, **options: Any) -> None:
        self.loop = asyncio.new_event_loop()
        kind: Any = AsyncEntitlementClient if is_async else EntitlementClient
        maker: Any = AsyncDream if is_async else Dream
        self.dream = maker(base_url=server.url, secret_key=KEY, max_retries=0)
        self.client = kind(self.dream, **options)

    def ask(self, name: str, *arguments: str) -> Any:
        value = getattr(self.client, name)(*arguments)
        return self.loop.run_until_complete(value) if isinstance(value, Coroutine) else value

    def has(self, tenant: str = "acme") -> Any:
        return self.ask("has", tenant, "sso")

    def fails(self, tenant: str = "acme") -> type[DreamError]:
        try:
            self.has(tenant)
        except DreamError as error:
            return type(error)
        raise AssertionError("it was to fail")

    def refused(self) -> bool:
        try:
            return self.has() is None
        except AuthenticationError:
            return True

    def settle(self, is_so: Callable[[], bool]) -> None:
        """Waits for what is done in the background; a loop does it only where it runs."""
        ends = time.monotonic() + 10
        while not is_so():
            assert time.monotonic() < ends, "it never came to that"
            self.loop.run_until_complete(asyncio.sleep(0.005))

    def close(self) -> None:
        closing = self.dream.close()
        if closing is not None:
            self.loop.run_until_complete(closing)
        self.loop.close()


def keeps(is_async: bool) -> None:
    server = ScriptedServer()
    server.entitlements = SSO
    asked = Asked(is_async, server, time_to_live=LONG, tenants=2)
    assert asked.has() is True and asked.ask("get", "acme", "seats").limit == 5
    assert sorted(asked.ask("all", "acme")) == ["seats", "sso"]
    for key in ("gone", "__class__", ""):
        wanted = {"entitled": False, "type": "unknown", "reason": "unknown_entitlement"}
        assert asked.ask("get", "acme", key).to_dict() == wanted
    server.entitlements = NONE
    assert asked.has() is True and server.asked == ["evaluate acme"], server.asked
    asked.client.forget("acme")
    assert asked.has() is False
    server.asked.clear()
    asked.client.forget()
    for tenant in ("a", "b", "a", "c", "a", "b"):
        asked.has(tenant)
    assert server.asked == [f"evaluate {one}" for one in "abcb"], server.asked
    asked.close()


def goes_on(is_async: bool) -> None:
    server = ScriptedServer()
    server.entitlements = SSO
    asked = Asked(is_async, server, time_to_live=0)
    for status in (500, 503, 429):
        server.status = 200
        asked.client.forget()
        assert asked.has() is True
        server.status = status
        assert asked.has() is True
    server.status = 200
    asked.client.forget()
    assert asked.has() is True
    server.status = 401
    assert asked.fails() is AuthenticationError
    server.status = 200
    for unreadable in (["no", "object"], {"sso": 5}, {"sso": SSO["sso"], "seats": ["5"]}):
        server.entitlements = unreadable
        assert asked.fails() is ResponseError, unreadable
    server.entitlements = NONE
    assert asked.has() is False and server.count("evaluate") == 12
    server.status = 500
    # Of another tenant there is nothing that could stand in.
    assert issubclass(asked.fails("globex"), DreamError)
    asked.close()


def rests(is_async: bool) -> None:
    """Nobody waits for a server again that did not answer a moment ago."""
    server = ScriptedServer()
    server.entitlements = SSO
    asked = Asked(is_async, server, time_to_live=0.5)
    assert asked.has() is True
    time.sleep(0.5)
    server.status = 503
    # Whoever finds out waits for it; then it is left in peace for as long as an answer counts.
    assert asked.has() is True and asked.has() is True and server.count("evaluate") == 2
    time.sleep(0.5)
    server.entitlements = NONE
    server.gate.clear()
    begun = time.monotonic()
    assert asked.has() is True and asked.has() is True and time.monotonic() - begun < 1
    asked.settle(lambda: server.count("evaluate") == 3)
    assert asked.has() is True and server.count("evaluate") == 3
    server.status = 200
    server.gate.set()
    # It answers again, which is found out in the background too.
    asked.settle(lambda: asked.has() is False)
    time.sleep(0.5)
    server.status = 503
    assert asked.has() is False
    time.sleep(0.5)
    # What is no outage is told to the next who asks.
    server.status = 401
    asked.settle(lambda: asked.refused())
    asked.close()


def not_for_ever(is_async: bool) -> None:
    server = ScriptedServer()
    server.entitlements = SSO
    asked = Asked(is_async, server, time_to_live=0, stale_for=0)
    assert asked.has() is True
    server.status = 500
    assert issubclass(asked.fails(), DreamError)
    server.status, server.entitlements = 200, NONE
    assert asked.has() is False
    asked.close()


def ends(is_async: bool) -> None:
    """No answer counts beyond the end of an override or of a period in it."""
    server = ScriptedServer()
    for name in ("expiresAt", "resetsAt"):
        asked = Asked(is_async, server, time_to_live=LONG)
        for written, times in (
            (datetime.now(timezone.utc) - timedelta(seconds=1), 2),
            (datetime.now(timezone.utc) + timedelta(hours=1), 1),
        ):
            server.asked.clear()
            asked.client.forget()
            server.entitlements = {"sso": {"entitled": True, name: written.isoformat()}}
            assert asked.has() is True and asked.has() is True
            assert server.count("evaluate") == times, (name, written, server.asked)
        for text in ("never", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"):
            asked.client.forget()
            server.entitlements = {"sso": {"entitled": True, name: text}}
            assert asked.has() is True, text
        asked.close()


def waits_together() -> None:
    server = ScriptedServer()
    server.entitlements = SSO
    server.gate.clear()
    client = Dream(base_url=server.url, secret_key=KEY)
    entitlements = EntitlementClient(client, time_to_live=LONG)
    found: list[bool] = []
    threads = [
        threading.Thread(target=lambda: found.append(entitlements.has("acme", "sso")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    until(lambda: server.count("evaluate") == 1)
    server.gate.set()
    for thread in threads:
        thread.join()
    assert found == [True] * 8 and server.count("evaluate") == 1, (found, server.asked)
    # An answer under way is given to whoever waits for it, and not kept where it was forgotten.
    entitlements.forget()
    server.gate.clear()
    thread = threading.Thread(target=lambda: found.append(entitlements.has("acme", "sso")))
    thread.start()
    until(lambda: server.count("evaluate") == 2)
    entitlements.forget("acme")
    server.gate.set()
    thread.join()
    assert entitlements.has("acme", "sso") and found == [True] * 9
    assert server.count("evaluate") == 3, server.asked
    # Nor does it replace what somebody asked for since.
    entitlements.forget()
    late = server.gate = threading.Event()
    thread = threading.Thread(target=lambda: found.append(entitlements.has("acme", "sso")))
    thread.start()
    until(lambda: server.count("evaluate") == 4)
    entitlements.forget()
    server.gate, server.entitlements = threading.Event(), NONE
    server.gate.set()
    assert entitlements.has("acme", "sso") is False
    late.set()
    thread.join()
    assert entitlements.has("acme", "sso") is False and found == [True] * 10
    assert server.count("evaluate") == 5, server.asked
    client.close()


async def waits_together_in_a_loop() -> None:
    server = ScriptedServer()
    server.entitlements = SSO
    server.gate.clear()
    async with AsyncDream(base_url=server.url, secret_key=KEY) as client:
        entitlements = AsyncEntitlementClient(client, time_to_live=LONG)
        tasks = [asyncio.create_task(entitlements.has("acme", "sso")) for _ in range(8)]
        while server.count("evaluate") == 0:
            await asyncio.sleep(0.005)
        # Whoever asked first goes, and takes the answer from nobody.
        tasks[0].cancel()
        entitlements.forget("acme")
        server.gate.set()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert isinstance(results[0], asyncio.CancelledError) and results[1:] == [True] * 7, results
        assert server.count("evaluate") == 1
        await entitlements.has("acme", "sso")
        await entitlements.has("acme", "sso")
        assert server.count("evaluate") == 2


def is_about_a_tenant(is_async: bool) -> None:
    """Without one, the server would answer for that of the client."""
    server = ScriptedServer()
    asked = Asked(is_async, server)
    no_tenants: list[Any] = [None, 5, b"acme", {}, "", " \n"]
    for tenant in no_tenants:
        assert asked.fails(tenant) is ConfigurationError, tenant
    assert server.asked == []
    feature: Any = ["sso"]
    assert asked.ask("has", "acme", feature) is False
    asked.close()


def refuses() -> None:
    client = Dream(base_url="http://127.0.0.1:1", secret_key=KEY, max_retries=0)
    for options in (
        {"time_to_live": -1},
        {"time_to_live": "5"},
        {"stale_for": float("nan")},
        {"stale_for": None},
        {"tenants": 0},
        {"tenants": [1]},
    ):
        given: Any = options
        for kind in (EntitlementClient, AsyncEntitlementClient):
            made: Any = kind
            try:
                made(client, **given)
            except ConfigurationError:
                continue
            raise AssertionError(f"{options} is no setting")
    try:
        EntitlementClient(client).has("acme", "sso")
    except ApiConnectionError:
        return
    raise AssertionError("nobody answers there")


for is_async in (False, True):
    keeps(is_async)
    goes_on(is_async)
    rests(is_async)
    not_for_ever(is_async)
    ends(is_async)
    is_about_a_tenant(is_async)
waits_together()
asyncio.run(waits_together_in_a_loop())
refuses()
print("every part was run")
