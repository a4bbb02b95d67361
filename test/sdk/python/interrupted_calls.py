"""A call ends, and spoils no other, wherever the thread that makes it is interrupted.

With ``httpx`` behind it, calls go over a client of httpx.
"""

from __future__ import annotations

import importlib
import itertools
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import FrameType
from typing import Any

from interrupting import interrupted_at, is_waiting

from dream_sdk import AbortedError, AbortSignal, Dream

CONTENT = b'{"id": "acme"}'
NUMBERS = itertools.count()


class Handler(BaseHTTPRequestHandler):
    """Refuses what is asked for the first time where it begins with ``retry``, and ends no stream
    before it is left."""

    protocol_version = "HTTP/1.1"
    # An answer goes out as one, and nobody waits for the rest of it.
    wbufsize = -1

    server: Server

    def do_GET(self) -> None:
        if "stream" in self.path:
            self._follow()
            return
        is_refused = "retry" in self.path and self.path not in self.server.seen
        self.server.seen.add(self.path)
        self.send_response(503 if is_refused else 200)
        self.send_header("Retry-After", "0.002")
        self.send_header("Content-Length", str(len(CONTENT)))
        self.end_headers()
        self.wfile.write(CONTENT)

    def _follow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"data: one\n\n")
        self.wfile.flush()
        self.close_connection = True
        try:
            self.connection.recv(1)
        except ConnectionError:
            return

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody wants to know."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.seen: set[str] = set()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever asked may leave before the answer."""


def get(client: Dream, signal: AbortSignal) -> None:
    assert client.tenants.get("acme", options={"signal": signal}).id == "acme"


def get_again(client: Dream, signal: AbortSignal) -> None:
    number = next(NUMBERS)
    assert client.tenants.get(f"retry-{number}", options={"signal": signal}).id == "acme"


def follow(client: Dream, signal: AbortSignal) -> None:
    with client.flags.stream(options={"signal": signal}) as events:
        for event in events:
            assert event.data == "one"
            break


def over() -> Any:
    """The client of httpx; None: connections of the SDK's own."""
    return importlib.import_module("httpx").Client() if sys.argv[1:] == ["httpx"] else None


def ends_wherever(
    is_meant: Callable[[FrameType], bool], call: Callable[[Dream, AbortSignal], None]
) -> None:
    server = Server()
    ends: list[str] = []
    http = over()
    with Dream(base_url=server.url, secret_key="sk_test_interrupted", http_client=http) as client:

        def ended(signal: AbortSignal) -> None:
            try:
                call(client, signal)
                ends.append("well")
            except AbortedError:
                ends.append("aborted")

        line = 0
        while True:
            signal = AbortSignal()
            if not interrupted_at(line, is_meant, signal.abort, lambda: ended(signal)):
                break
            assert client.tenants.get("acme").id == "acme"
            line += 1
    assert len(ends) == line + 1 and ends[0] == "aborted" and ends[-1] == "well", ends
    if http is not None:
        http.close()
    server.shutdown()
    server.server_close()


# Every line of the SDK, and of whatever it calls.
ends_wherever(lambda frame: frame.f_code.co_name != "ended", get)
for one in (get_again, follow):
    ends_wherever(is_waiting, one)
sys.stdout.write("every part was run")
