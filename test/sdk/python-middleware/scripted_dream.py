"""A Dream on the loopback that answers as it is told, and writes down what it was asked."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from dream_sdk.middleware import _kept_users, _request_token

PUBLISHABLE = "pk_test_middleware"
Said = tuple[int, Any]


class Clock:
    """Stands still for the middleware, until it is moved."""

    def __init__(self) -> None:
        self.now = time.time()
        modules: Any = (_kept_users, _request_token)
        for module in modules:
            module.time = self

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += seconds


clock = Clock()


def token_of(claims: Any, head: Any = None) -> str:
    """As identity providers make them, but for a signature that anybody would take."""
    parts = [{"alg": "ES256"} if head is None else head, claims]
    texts = [base64.urlsafe_b64encode(json.dumps(one).encode()).decode() for one in parts]
    return ".".join([text.rstrip("=") for text in texts] + ["c2lnbmF0dXJl"])


def good(user: str = "ada") -> str:
    """Good for an hour."""
    return token_of({"sub": user, "exp": int(clock.now) + 3600})


def bearing(token: str, **more: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", **{k.replace("_", "-"): v for k, v in more.items()}}


def user(**more: Any) -> dict[str, Any]:
    return {
        "id": "ada",
        "tenantId": "acme",
        "roles": ["editor"],
        "permissions": ["invoice:*"],
        "plan": "pro",
        "sessionId": None,
        **more,
    }


def wrong(status: int, code: str) -> Said:
    """What the server says where something is wrong."""
    error = {"code": code, "message": "For developers only.", "userMessage": "For everybody."}
    return status, {"success": False, "error": {**error, "requestId": "req_dream"}}


class ScriptedDream:
    """Attributes:
    asked: ``/v1/me acme <the end of the token> <body>``
    me: What ``me.get`` answers, perhaps by the token.
    gate: Answers wait for it.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.me: Said | Callable[[str], Said] = (200, user())
        self.check: Said = (200, {"id": "dec_1", "allowed": True, "policyRevision": 1})
        self.gate = threading.Event()
        self.gate.set()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Whoever asks from now on finds nobody."""
        self._server.shutdown()
        self._server.server_close()


def _handler_of(script: ScriptedDream) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(script.me, "")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer(script.check, f" {body}")

        def _answer(self, said: Said | Callable[[str], Said], body: str) -> None:
            tenant = self.headers["X-Tenant-ID"] or "-"
            token = self.headers["Authorization"].removeprefix("Bearer ")
            script.asked.append(f"{self.path} {tenant} {token[-12:]}{body}")
            script.gate.wait()
            status, json_body = said(token) if callable(said) else said
            content = json.dumps(json_body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            """Nobody wants to know."""

    return Handler
