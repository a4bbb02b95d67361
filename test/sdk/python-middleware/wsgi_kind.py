"""Applications that speak WSGI, behind a real server."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from answers import Answer, asked_over_http
from scripted_dream import PUBLISHABLE, ScriptedDream

from dream_sdk import Dream
from dream_sdk.middleware.wsgi import RequestContext, WsgiMiddleware, context_of

name = "wsgi"
current = context_of


class _Server(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """What broke off is seen by whoever asked."""


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Nobody wants to know."""

    def get_stderr(self) -> Any:
        return _Nowhere()


class _Nowhere:
    def write(self, text: str) -> None:
        """What an application did wrong is told by its answer."""

    def flush(self) -> None:
        """There is nothing to."""


def client(script: ScriptedDream, **options: Any) -> Dream:
    given: Any = {"publishable_key": PUBLISHABLE, "max_retries": 0, **options}
    return Dream(base_url=script.url, **given)


def middleware(script: ScriptedDream, **options: Any) -> WsgiMiddleware:
    return WsgiMiddleware(client(script), **options)


def app(handle: Callable[[RequestContext], object], headers: Mapping[str, str] = {}) -> Any:
    """Answers with the text of what ``handle`` gives; raises what it raises."""

    def handling(environ: Any, start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", list(headers.items()))
        return [str(handle(context_of())).encode()]

    return handling


def pieces(parts: list[Any], headers: Mapping[str, str] = {}) -> Any:
    """Answers piece by piece; what is an error among them is raised in its place."""

    def handling(environ: Any, start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", list(headers.items()))
        for part in parts:
            if isinstance(part, Exception):
                raise part
            yield part

    return handling


def authorize(context: Any, permission: str, resource: Any = None) -> None:
    context.authorize(permission, resource)


_served: dict[str, Any] = {}
_server = make_server(
    "127.0.0.1",
    0,
    lambda environ, start: _served[environ["PATH_INFO"]](environ, start),
    server_class=_Server,
    handler_class=_Quiet,
)
threading.Thread(target=_server.serve_forever, daemon=True).start()


def ask(application: Any, headers: Mapping[str, str], method: str = "GET") -> Answer:
    path = f"/{len(_served)}"
    _served[path] = application
    return asked_over_http(_server.server_port, headers, path, method)
