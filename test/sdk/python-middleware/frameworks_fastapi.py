"""FastAPI: dependencies, views with and without ``async``, and what their signatures tell it."""

from __future__ import annotations

import sys
import time
from collections.abc import AsyncGenerator, Iterator
from typing import Any

import asgi_kind
from answers import Answer, asked_over_http
from fastapi import BackgroundTasks, Body, Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse
from frameworks_servers import behind_uvicorn
from frameworks_tried import NOT_FOUND, tried
from scripted_dream import ScriptedDream, bearing, good

from dream_sdk import DreamError


def who_asks() -> str:
    """A dependency that FastAPI calls in another thread."""
    return asgi_kind.current().user.id


async def who_may_report(request: Request) -> str:
    """A dependency that refuses."""
    await asgi_kind.current().authorize("report:write", {"id": str(await request.json())})
    return asgi_kind.current().user.id


def applied(script: ScriptedDream, is_handled: bool, afterwards: list[str]) -> FastAPI:
    """An application.

    Args:
        afterwards: Takes what is done once an answer was sent.
        is_handled: Whether its own handler answers errors; else what is around it does.
    """
    dream = asgi_kind.middleware(script)
    app = FastAPI(default_response_class=PlainTextResponse)

    async def until_it_is_over() -> AsyncGenerator[str, None]:
        yield asgi_kind.current().user.id
        afterwards.append(f"{asgi_kind.current().user.id} was here")

    @app.get("/me")
    async def me(
        request: Request, who: str = Depends(who_asks), same: str = Depends(until_it_is_over)
    ) -> Any:
        assert who == same == request.state.dream.user.id
        return who

    @app.get("/context", response_class=JSONResponse)
    def context() -> Any:
        return [asgi_kind.current().tenant_id, asgi_kind.current().flag_context]

    @app.get("/stream")
    def stream() -> Any:
        def pieces() -> Iterator[str]:
            for _ in range(3):
                yield asgi_kind.current().user.id

        return StreamingResponse(pieces())

    @app.get("/invoices/{number}")
    @dream.guard_view("report:read", resource=lambda number, **_: {"id": str(number)})
    async def invoice(number: int, request: Request, later: BackgroundTasks) -> Any:
        if number == 0:
            raise NOT_FOUND
        later.add_task(lambda: afterwards.append(f"{asgi_kind.current().user.id} saw {number}"))
        return request.path_params["number"]

    @app.post("/reports")
    async def report(number: int = Body(), who: str = Depends(who_may_report)) -> Any:
        return f"{who} {number}"

    @app.middleware("http")
    async def passed(request: Request, call_next: Any) -> Any:
        before = asgi_kind.current()
        answered = await call_next(request)
        assert asgi_kind.current() is before
        answered.headers["x-seen-by"] = before.user.id
        return answered

    @app.get("/gone")
    async def gone() -> Any:
        raise HTTPException(410, "gone")

    @app.get("/broken")
    def broken() -> Any:
        raise ValueError("nobody is to see this")

    @app.websocket("/socket")
    async def socket(websocket: Any) -> None:
        await websocket.close()

    app.mount("/desk", dream.require_permission("desk:*")(FastAPI()))
    if is_handled:

        @app.exception_handler(DreamError)
        async def answered(request: Request, error: DreamError) -> Any:
            answer = dream.answer_to(error)
            return JSONResponse(answer.body, answer.status, answer.headers)

    app.add_middleware(dream.error_handler)
    app.add_middleware(dream.with_tenant)
    return app


def reported(port: int) -> Answer:
    headers = bearing(good(), Content_Type="application/json")
    return asked_over_http(port, headers, "/reports", "POST", b"7")


for is_handled in (True, False):
    dream_of_it = ScriptedDream()
    done: list[str] = []
    port = behind_uvicorn(applied(dream_of_it, is_handled, done))
    tried(port, dream_of_it)
    # Done once the answer is sent.
    while len(done) < 3:
        time.sleep(0.005)
    assert sorted(done) == ["ada saw 7", "ada was here", "ada was here"], done
    dream_of_it.check = (200, {"allowed": True})
    seen = asked_over_http(port, bearing(good()), "/me")
    assert seen.headers["x-seen-by"] == "ada", seen
    # A dependency that reads the body before the view does.
    assert reported(port).content == b"ada 7", reported(port)
    asked = '{"action": "write", "resource": {"type": "report", "id": "7"}}'
    assert dream_of_it.asked[-1].endswith(asked), dream_of_it.asked
    dream_of_it.check = (200, {"allowed": False})
    assert reported(port).code == "access/permission-denied"
    dream_of_it.check = (200, {"allowed": True})
    # FastAPI reads what the view takes through what guards it.
    unread = asked_over_http(port, bearing(good()), "/invoices/seven")
    assert unread.status == 422 and b"int_parsing" in unread.content, unread
    gone = asked_over_http(port, bearing(good()), "/gone")
    assert (gone.status, b"gone" in gone.content) == (410, True), gone
    assert asked_over_http(port, bearing(good()), "/desk/x").code == "access/permission-denied"
    broken = asked_over_http(port, bearing(good()), "/broken")
    assert (broken.status, broken.code) == (500, "internal/error"), broken
    assert b"nobody" not in broken.content
sys.stdout.write("every part was run")
