"""What the SDK must leave whole of a client of httpx that its application uses as well."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import sys
import threading
import time
import types
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

from dream_sdk import AbortedError, AbortSignal, ApiConnectionError, AsyncDream, Dream, DreamError
from dream_sdk._core import errand, httpx_transport

KEY = "sk_test_shared"


class Handler(BaseHTTPRequestHandler):
    """Answers ``/own``, which is none of the SDK's, when it may."""

    protocol_version = "HTTP/1.1"
    # An answer goes out as one, and nobody waits for the rest of it.
    wbufsize = -1

    server: Server

    def do_GET(self) -> None:
        if self.path == "/own":
            self.server.has_come.set()
            self.server.gate.wait()
        content = json.dumps({"id": "acme"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody wants to know."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.has_come, self.gate = threading.Event(), threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever asked may leave before the answer."""


class Proxy:
    """Opens no way to anywhere. ``asked``: the first lines of what it was sent."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.asked: list[str] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            with connection:
                head = b""
                while b"\r\n\r\n" not in head and (octets := connection.recv(65_536)):
                    head += octets
                self.asked.append(head.partition(b"\r\n")[0].decode())
                connection.sendall(
                    b"HTTP/1.1 403 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                )


CONNECT = "CONNECT dream.example:443 HTTP/1.1"
WANTED = {
    "http://dream.example": "GET http://dream.example/v1/tenants/a HTTP/1.1",
    "https://dream.example": CONNECT,
    # httpx would write these otherwise.
    "http://dream.example/{a}/../b": "GET http://dream.example/{a}/../b/v1/tenants/a HTTP/1.1",
    "https://dream.example/{a}/../b": CONNECT,
    "https://dream.example/a`b": CONNECT,
}


def goes_through_proxies() -> None:
    proxy = Proxy()
    with httpx.Client(proxy=proxy.url) as http:
        for base in WANTED:
            dream = Dream(base_url=base, secret_key=KEY, max_retries=0, http_client=http)
            with contextlib.suppress(DreamError):
                dream.tenants.get("a")
    assert proxy.asked == [*WANTED.values()], proxy.asked


async def goes_through_proxies_with_asyncio() -> None:
    proxy = Proxy()
    async with httpx.AsyncClient(proxy=proxy.url) as http:
        for base in WANTED:
            dream = AsyncDream(base_url=base, secret_key=KEY, max_retries=0, http_client=http)
            with contextlib.suppress(DreamError):
                await dream.tenants.get("a")
    assert proxy.asked == [*WANTED.values()], proxy.asked


def ends_no_request_of_others() -> None:
    """The signal comes when the end of an answer was read: by then its connection could be given
    to the next request, which must not be interrupted."""
    server = Server()
    signal = AbortSignal()
    is_left = threading.Event()
    others: list[Any] = []
    read, interrupt = (
        httpx_transport.HttpxStream.next_piece,
        httpx_transport.HttpxStream.interrupt,
    )

    def read_and_abort(stream: httpx_transport.HttpxStream) -> bytes:
        piece = read(stream)
        if not piece:
            signal.abort()
            is_left.wait()
        return piece

    with httpx.Client(limits=httpx.Limits(max_connections=1), timeout=60) as http:

        def ask() -> None:
            try:
                others.append(http.get(f"{server.url}/own").status_code)
            except Exception as error:
                others.append(error)

        other = threading.Thread(target=ask)

        def interrupt_late(stream: httpx_transport.HttpxStream) -> None:
            is_left.set()
            other.start()
            # If it can have the connection now, it does.
            server.has_come.wait(0.2)
            interrupt(stream)
            server.gate.set()

        httpx_transport.HttpxStream.next_piece = read_and_abort
        httpx_transport.HttpxStream.interrupt = interrupt_late
        try:
            dream = Dream(base_url=server.url, secret_key=KEY, max_retries=0, http_client=http)
            raises(AbortedError, lambda: dream.tenants.get("a", options={"signal": signal}))
            other.join()
        finally:
            httpx_transport.HttpxStream.next_piece = read
            httpx_transport.HttpxStream.interrupt = interrupt
    assert others == [200], others


def leaves_before_it_is_let_go_of() -> None:
    """What is woken is still the call's own: the thread that works on it lets go of it later."""
    for _ in range(200):
        order: list[str] = []
        signal = AbortSignal()
        is_over = threading.Event()

        def let_go(order: list[str] = order, is_over: threading.Event = is_over) -> None:
            order.append("let go")
            is_over.set()

        def leave(order: list[str] = order) -> None:
            time.sleep(0)
            order.append("leave")

        left = errand.Errand(signal.abort, let_go, leave)
        with contextlib.suppress(DreamError):
            left.result(None, signal)
        if left.is_left:
            is_over.wait()
            assert order == ["leave", "let go"], order
        else:
            assert order == [], order


def keeps_no_connection_without_a_thread() -> None:
    """Where the system gives no more threads, the call fails as one without an answer does."""
    server = Server()
    number = 0

    class Thread(threading.Thread):
        def start(self) -> None:
            nonlocal number
            number += 1
            if number in failing:
                raise RuntimeError("can't start new thread")
            super().start()

    names = {name: getattr(threading, name) for name in ("Lock", "Event")}
    errand.threading = types.SimpleNamespace(Thread=Thread, **names)
    timeout = httpx.Timeout(60, pool=0.5)
    try:
        with httpx.Client(limits=httpx.Limits(max_connections=1), timeout=timeout) as http:
            dream = Dream(base_url=server.url, secret_key=KEY, max_retries=0, http_client=http)
            # The first sends, and each that follows reads a piece.
            for failing in ({1}, {2}, {3}):
                number = 0
                raises(ApiConnectionError, lambda: dream.tenants.get("a"))
                assert http.get(f"{server.url}/a").status_code == 200
    finally:
        errand.threading = threading


def takes_what_hooks_have_read() -> None:
    server = Server()
    with httpx.Client(event_hooks={"response": [lambda response: response.read()]}) as http:
        dream = Dream(base_url=server.url, secret_key=KEY, max_retries=0, http_client=http)
        assert dream.tenants.get("a").id == "acme"


async def takes_what_hooks_have_read_with_asyncio() -> None:
    server = Server()

    async def read(response: Any) -> None:
        await response.aread()

    async with httpx.AsyncClient(event_hooks={"response": [read]}) as http:
        dream = AsyncDream(base_url=server.url, secret_key=KEY, max_retries=0, http_client=http)
        assert (await dream.tenants.get("a")).id == "acme"


def raises(kind: type[BaseException], call: Callable[[], object]) -> None:
    try:
        call()
    except kind:
        return
    raise AssertionError(f"{kind.__name__} was to be raised")


goes_through_proxies()
asyncio.run(goes_through_proxies_with_asyncio())
ends_no_request_of_others()
leaves_before_it_is_let_go_of()
keeps_no_connection_without_a_thread()
takes_what_hooks_have_read()
asyncio.run(takes_what_hooks_have_read_with_asyncio())
sys.stdout.write("every part was run")
