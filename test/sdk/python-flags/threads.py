"""Where a process gets no more threads, flags come by the stream alone, and by polling once it can begin."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any

from dream_sdk.flags import FlagClient, FlagTiming
from dream_sdk.flags._updates import beside

# Far more than it takes, for what would otherwise never end.
GENEROUS = 60.0
RULESET = {
    "format": 1, "environment": "e", "revision": 1, "madeAt": 0, "entitlements": {}, "segments": {},
    "flags": {},
}  # fmt: skip
PUT = {"version": "1", "ruleset": RULESET}


class Dream:
    """Attributes:
    streams: Whether it has any.
    asked: The paths.
    """

    def __init__(self, *, streams: bool) -> None:
        self.streams = streams
        self.asked: list[str] = []
        self.over = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def end(self) -> None:
        self.over.set()
        self.server.shutdown()
        self.server.server_close()


def _handler_of(dream: Dream) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            dream.asked.append(self.path)
            is_stream = self.path.endswith("/stream")
            self.send_response(503 if is_stream and not dream.streams else 200)
            self.send_header("Content-Type", "text/event-stream" if is_stream else "text/plain")
            self.end_headers()
            text = json.dumps(PUT)
            if not is_stream:
                self.wfile.write(text.encode())
            elif dream.streams:
                self.wfile.write(f"event: put\ndata: {text}\n\n".encode())
                dream.over.wait()

        def log_message(self, format: str, *args: Any) -> None:
            """Nobody wants to know."""

    return Handler


class Threads:
    """Those that a process gets: the first ``allowed``, and all of them once there are more."""

    def __init__(self, allowed: int) -> None:
        self.allowed = allowed
        self.refused = 0
        self.are_more = False
        self._real = threading.Thread

    def __call__(self, *args: Any, **options: Any) -> threading.Thread:
        if options.get("name") == "dream-flags" and not self.are_more:
            if self.allowed == 0:
                self.refused += 1
                raise RuntimeError("can't start new thread")
            self.allowed -= 1
        return self._real(*args, **options)


def made(dream: Dream, threads: Threads) -> FlagClient:
    setattr(beside, "threading", SimpleNamespace(Thread=threads))
    timing = FlagTiming(first_wait=0.005, longest_wait=0.02)
    options: Any = {"base_url": dream.url, "secret_key": "sk_test_1", "reports": False}
    return FlagClient(**options, timing=timing)


def follows_the_stream_alone() -> None:
    dream, threads = Dream(streams=True), Threads(1)
    with made(dream, threads) as flags:
        assert flags.ready(GENEROUS) and flags.status == "VALID"
        assert threads.refused == 1, threads.refused
    dream.end()


def polls_once_it_can() -> None:
    dream, threads = Dream(streams=False), Threads(1)
    with made(dream, threads) as flags:
        while threads.refused < 6:
            time.sleep(0.005)
        threads.are_more = True
        assert flags.ready(GENEROUS) and flags.status == "VALID"
    dream.end()


follows_the_stream_alone()
polls_once_it_can()
print("every part was run")
