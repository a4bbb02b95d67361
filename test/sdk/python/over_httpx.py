"""The SDK over clients of httpx: what ends, what is let go of, and what is not asked of them."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

from dream_sdk import (
    AbortedError,
    AbortSignal,
    ApiConnectionError,
    ApiTimeoutError,
    AsyncDream,
    ConfigurationError,
    Dream,
    ResponseError,
)

KEY = "sk_test_httpx"


class Server(ThreadingHTTPServer):
    """Answers when it may: ``gate``. Every request is written down."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}/base"
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.gate = threading.Event()
        self.gate.set()
        self.left = threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever asked may leave before the answer."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append((self.path, headers))
        self.server.gate.wait()
        if "/flags/stream" in self.path or "/stream" in self.path:
            self._follow()
        elif "moved" in self.path:
            self.send_response(302)
            self.send_header("Location", self.server.url)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            content = json.dumps({"id": "acme"}).encode()
            self.send_response(200)
            self.send_header("Set-Cookie", "kept=1")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    def _follow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        self.wfile.write(b"data: one\n\n")
        try:
            while self.connection.recv(1):
                pass
        except ConnectionError:
            pass
        self.server.left.set()

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody wants to know."""


def raises(kind: type[BaseException], call: Callable[[], object]) -> None:
    try:
        call()
    except kind:
        return
    raise AssertionError(f"{kind.__name__} was to be raised")


def the_other_client_signs_nothing() -> None:
    server = Server()
    hooked: list[str] = []
    settings: Any = {
        "headers": {"X-Other": "1", "Authorization": "Bearer other"},
        "cookies": {"session": "other"},
        "params": {"other": "1"},
        "auth": ("other", "password"),
        "base_url": "http://127.0.0.1:1/other",
        "follow_redirects": True,
        "event_hooks": {"request": [lambda request: hooked.append(str(request.url))]},
    }
    with httpx.Client(**settings) as http:
        client = Dream(base_url=server.url, secret_key=KEY, http_client=http)
        for _ in range(2):
            assert client.tenants.get("a b/ü").id == "acme"
        raises(ResponseError, lambda: client.tenants.get("moved"))
        client.close()
        assert not http.is_closed
    path, headers = server.asked[1]
    assert path == "/base/v1/tenants/a%20b%2F%C3%BC", path
    assert headers["authorization"] == f"Bearer {KEY}" and len(server.asked) == 3, server.asked
    assert not {"cookie", "x-other"} & set(headers), headers
    assert headers["user-agent"].startswith("dream-sdk-python/"), headers
    # What listens to the other client hears of the calls.
    assert hooked[0] == f"{server.url}/v1/tenants/a%20b%2F%C3%BC", hooked


def writes_paths_as_they_are() -> None:
    """Also such as httpx would write otherwise, as the SDK does over connections of its own."""
    server = Server()
    base = f"{server.url}/{{a}}/../b%7e`c"

    async def ask_with_asyncio() -> None:
        async with httpx.AsyncClient() as http:
            await AsyncDream(base_url=base, secret_key=KEY, http_client=http).tenants.get("a b")

    with httpx.Client() as http:
        Dream(base_url=base, secret_key=KEY, http_client=http).tenants.get("a b")
    asyncio.run(ask_with_asyncio())
    Dream(base_url=base, secret_key=KEY).tenants.get("a b")
    asked = [path for path, _ in server.asked]
    assert asked == ["/base/{a}/../b%7e`c/v1/tenants/a%20b"] * 3, asked


def ends_at_once() -> None:
    server = Server()
    with httpx.Client() as http:
        client = Dream(base_url=server.url, secret_key=KEY, http_client=http, max_retries=0)
        before = threading.active_count()
        server.gate.clear()
        signal = AbortSignal()
        threading.Timer(0.05, signal.abort).start()
        raises(AbortedError, lambda: client.tenants.get("a", options={"signal": signal}))
        raises(ApiTimeoutError, lambda: client.tenants.get("a", options={"timeout": 0.05}))
        server.gate.set()
        assert client.tenants.get("a").id == "acme"
        # What was left is let go of when its answer comes.
        while threading.active_count() > before + 2:
            time.sleep(0.005)
        stream = client.flags.stream()
        came: list[str] = []

        def follow() -> None:
            came.extend(event.data for event in stream)
            came.append("end")

        follower = threading.Thread(target=follow)
        follower.start()
        while not came:
            time.sleep(0.005)
        stream.close()
        follower.join()
        assert came == ["one", "end"], came
        server.left.wait()
    server.server_close()
    nobody = Dream(base_url="http://127.0.0.1:1", secret_key=KEY, http_client=httpx.Client())
    raises(ApiConnectionError, lambda: nobody.with_options(max_retries=0).tenants.get("a"))


async def for_asyncio() -> None:
    server = Server()
    async with httpx.AsyncClient(headers={"X-Other": "1"}) as http:
        client = AsyncDream(base_url=server.url, secret_key=KEY, http_client=http, max_retries=0)
        assert (await client.tenants.get("a")).id == "acme"
        assert "x-other" not in server.asked[0][1]
        server.gate.clear()
        try:
            await client.tenants.get("a", options={"timeout": 0.05})
            raise AssertionError("no error came")
        except ApiTimeoutError:
            server.gate.set()
        task = asyncio.create_task(_first(client))
        assert await task == "one"
        await asyncio.to_thread(server.left.wait)
        await client.close()
        assert not http.is_closed


async def _first(client: AsyncDream) -> str | None:
    async with client.flags.stream() as events:
        async for event in events:
            return event.data
    return None


def refuses() -> None:
    for kind, other in ((Dream, httpx.AsyncClient()), (AsyncDream, httpx.Client()), (Dream, 5)):
        made: Any = kind
        raises(
            ConfigurationError,
            lambda made=made, other=other: made(base_url="http://127.0.0.1", http_client=other),
        )


the_other_client_signs_nothing()
writes_paths_as_they_are()
ends_at_once()
asyncio.run(for_asyncio())
refuses()
sys.stdout.write("every part was run")
