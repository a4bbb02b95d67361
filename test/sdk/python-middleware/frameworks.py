"""Flask and Starlette, behind servers of their own kind."""

from __future__ import annotations

import json
import sys
from typing import Any

import asgi_kind
import wsgi_kind
from answers import asked_over_http
from flask import Flask
from frameworks_servers import behind_uvicorn, behind_werkzeug
from frameworks_tried import NOT_FOUND, tried
from scripted_dream import ScriptedDream, bearing, good
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Mount, Route, WebSocketRoute

from dream_sdk import DreamError


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

    @app.get("/context")
    def context() -> str:
        return json.dumps([wsgi_kind.current().tenant_id, wsgi_kind.current().flag_context])

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
    return behind_werkzeug(app)


def starlette(script: ScriptedDream) -> int:
    dream = asgi_kind.middleware(script)

    async def me(request: Any) -> Any:
        return PlainTextResponse(request.state.dream.user.id)

    async def context(request: Any) -> Any:
        return JSONResponse([asgi_kind.current().tenant_id, asgi_kind.current().flag_context])

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
            Route("/context", context),
            Route("/stream", stream),
            Route("/gone", gone),
            Route("/invoices/{number}", invoice),
            Mount("/desk", app=only(Starlette())),
            WebSocketRoute("/socket", socket),
        ]
    )
    app.add_middleware(dream.error_handler)
    app.add_middleware(dream.with_tenant)
    return behind_uvicorn(app)


for serve in (flask, starlette):
    dream_of_it = ScriptedDream()
    tried(serve(dream_of_it), dream_of_it)
other = ScriptedDream()
address = starlette(other)
assert asked_over_http(address, bearing(good()), "/gone").content == b"gone"
assert asked_over_http(address, bearing(good()), "/desk/x").status == 403
sys.stdout.write("every part was run")
