"""Flask and Starlette, behind servers of their own kind."""

from __future__ import annotations

import logging
import sys
import threading
from typing import Any

import asgi_kind
import uvicorn
import wsgi_kind
from answers import Answer, asked_over_http
from flask import Flask
from scripted_dream import ScriptedDream, bearing, good
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.routing import Mount, Route, WebSocketRoute
from werkzeug.serving import make_server

from dream_sdk import DreamError, NotFoundError

NOT_FOUND = NotFoundError(code="invoices/not-found", message="None.", user_message="No invoice.")


def flask(script: ScriptedDream) -> int:
    dream = wsgi_kind.middleware(script)
    app = Flask("tried")

    @app.errorhandler(DreamError)
    def answered(error: DreamError) -> Any:
        answer = dream.answer_to(error)
        return answer.body, answer.status, answer.headers

    @app.get("/me")
    def me() -> str:
        return wsgi_kind.current().user.id

    @app.get("/stream")
    def stream() -> Any:
        return (wsgi_kind.current().user.id for _ in range(3))

    @app.get("/invoices/<number>")
    @dream.guard_view("report:read", resource=lambda number: {"id": number})
    def invoice(number: str) -> str:
        if number == "0":
            raise NOT_FOUND
        return number

    app.wsgi_app = dream.with_tenant(app.wsgi_app)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return int(server.server_port)


def starlette(script: ScriptedDream) -> int:
    dream = asgi_kind.middleware(script)

    async def me(request: Any) -> Any:
        return PlainTextResponse(request.state.dream.user.id)

    async def stream(request: Any) -> Any:
        async def pieces() -> Any:
            for _ in range(3):
                yield asgi_kind.current().user.id

        return StreamingResponse(pieces())

    @dream.guard_view("report:read", resource=lambda one: {"id": one.path_params["number"]})
    async def invoice(request: Any) -> Any:
        if request.path_params["number"] == "0":
            raise NOT_FOUND
        return PlainTextResponse(request.path_params["number"])

    async def gone(request: Any) -> Any:
        raise HTTPException(410, "gone")

    async def socket(websocket: Any) -> None:
        await websocket.close()

    only = dream.require_permission("desk:*")
    app = Starlette(
        routes=[
            Route("/me", me),
            Route("/stream", stream),
            Route("/gone", gone),
            Route("/invoices/{number}", invoice),
            Mount("/desk", app=only(Starlette())),
            WebSocketRoute("/socket", socket),
        ]
    )
    app.add_middleware(dream.error_handler)
    app.add_middleware(dream.with_tenant)
    config = uvicorn.Config(app, port=0, log_level="critical", lifespan="on")
    server = uvicorn.Server(config)
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        threading.Event().wait(0.005)
    return int(server.servers[0].sockets[0].getsockname()[1])


def tried(port: int, script: ScriptedDream) -> None:
    token = good()

    def ask(path: str, **more: str) -> Answer:
        return asked_over_http(port, bearing(token, **more), path)

    named = ask("/me", X_Request_Id="r1")
    assert (named.content, named.headers["x-request-id"]) == (b"ada", "r1"), named
    assert ask("/stream").content == b"adaadaada"
    assert ask("/invoices/7").content == b"7"
    assert '"7"' in script.asked[-1] and len(script.asked) == 2, script.asked
    missing = ask("/invoices/0", X_Request_Id="r2")
    error = {"code": "invoices/not-found", "message": "None.", "userMessage": "No invoice."}
    assert (missing.status, missing.json["error"]) == (404, {**error, "requestId": "r2"}), missing
    script.check = (200, {"allowed": False})
    denied = ask("/invoices/7")
    assert (denied.status, denied.code) == (403, "access/permission-denied"), denied
    nobody = asked_over_http(port, {}, "/me")
    assert (nobody.status, nobody.code) == (401, "auth/missing-credentials"), nobody
    # What a framework says by itself is its own.
    assert ask("/none").status == 404 and b"success" not in ask("/none").content


logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
for serve in (flask, starlette):
    dream_of_it = ScriptedDream()
    tried(serve(dream_of_it), dream_of_it)
other = ScriptedDream()
address = starlette(other)
assert asked_over_http(address, bearing(good()), "/gone").content == b"gone"
assert asked_over_http(address, bearing(good()), "/desk/x").status == 403
sys.stdout.write("every part was run")
