"""A server on the loopback that answers as it is told, and writes down what it was asked."""

from __future__ import annotations

import json
import queue
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

KEY = "sk_test_permissions"


def editor_may(revision: int, *permissions: str) -> dict[str, Any]:
    """A policy of one role, ``editor``."""
    return {
        "revision": revision,
        "roles": {"editor": [{"permission": one} for one in permissions]},
        "resourceTypes": {"invoice": ["read", "update"]},
        "scopes": {},
        "relationActions": {"invoice": ["update"]},
    }


class Report(NamedTuple):
    """A call that reported decisions. ``tenant``: of its header."""

    key: str
    tenant: str | None
    decisions: list[Any]
    at: float


class ScriptedServer:
    """Attributes:
    asked: ``policy "1"`` for a question with that etag, ``check {…}``, ``evaluate acme``, and
        ``stream revision.applied``.
    policy: What ``access.policy`` answers, under the etag of its revision.
    status: Of every answer but those of streams and checks.
    streams: What those who follow the stream are sent; None ends one.
    stream_status: Of streams.
    reports: What decisions were reported, call by call.
    report_statuses: Of the next reports, each once; 0 hangs up. Then 200.
    unknown_tenants: Of those that reports are about.
    gate: Answers wait for the one that was there when they were asked for.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.policy: Any = editor_may(1, "invoice:read")
        self.entitlements: Any = {}
        self.allowed = True
        self.status = 200
        self.stream_status = 200
        self.streams: queue.Queue[str | None] = queue.Queue()
        self.reports: list[Report] = []
        self.report_statuses: list[int] = []
        self.unknown_tenants: Any = []
        self.gate = threading.Event()
        self.gate.set()
        server = _Server(("127.0.0.1", 0), _handler_of(self))
        self.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def count(self, start: str) -> int:
        return sum(one.startswith(start) for one in list(self.asked))


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        # Whoever asked may leave before the answer.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def until(is_so: Callable[[], bool]) -> None:
    """Waits for what must come; the test that runs this has an end of its own."""
    while not is_so():
        time.sleep(0.005)


def _handler_of(script: ScriptedServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path.startswith("/v1/access/policy"):
                self._policy()
            else:
                self._stream()

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path.startswith("/v1/access/check"):
                script.asked.append(f"check {json.dumps(body, sort_keys=True)}")
                self._say(200, {"allowed": script.allowed})
                return
            if self.path == "/v1/access/decisions":
                self._report(body["decisions"])
                return
            # What is answered is what was there when it was asked.
            gate, entitlements = script.gate, script.entitlements
            script.asked.append(f"evaluate {body['tenantId']}")
            gate.wait()
            self._say(script.status, entitlements)

        def _report(self, decisions: list[Any]) -> None:
            key, tenant = self.headers["Idempotency-Key"], self.headers["X-Tenant-ID"]
            status = script.report_statuses.pop(0) if script.report_statuses else 200
            script.reports.append(Report(key, tenant, decisions, time.monotonic()))
            script.gate.wait()
            if status == 0:
                self.close_connection = True
            elif status == 200:
                unknown = script.unknown_tenants
                self._say(200, {"logged": len(decisions), "unknownTenants": unknown})
            else:
                error = {"code": "test/refused", "message": "No.", "userMessage": "No."}
                self._say(status, {"success": False, "error": error})

        def _policy(self) -> None:
            known = self.headers.get("If-None-Match")
            policy = script.policy
            script.asked.append(f"policy {known or 'anew'}")
            script.gate.wait()
            etag = f'"{policy["revision"]}"' if "revision" in policy else '"none"'
            if script.status == 200 and known == etag:
                self._say(304, None, etag)
            else:
                self._say(script.status, policy, etag)

        def _stream(self) -> None:
            script.asked.append(f"stream {self.path.partition('types=')[2]}")
            if script.stream_status != 200:
                self._say(script.stream_status, {})
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            while (text := script.streams.get()) is not None:
                self.wfile.write(text.encode())
                self.wfile.flush()

        def _say(self, status: int, body: Any, etag: str | None = None) -> None:
            content = b"" if body is None else json.dumps(body).encode()
            self.send_response(status)
            if etag is not None:
                self.send_header("ETag", etag)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            """Nobody wants to know."""

    return Handler
