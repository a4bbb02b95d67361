"""What is to be awaited is awaited, or refused when it is given."""

from __future__ import annotations

import asyncio
import functools
import sys
import threading
from enum import Enum
from typing import Any, cast

import asgi_kind
import wsgi_kind
from scripted_dream import ScriptedDream, bearing, good

from dream_sdk import ConfigurationError
from dream_sdk.middleware._asgi_record import record_of, scope_under_way

# Far more than it takes, for what would otherwise never end.
GENEROUS = 60.0


def fail(_context: Any) -> None:
    raise ValueError("broken")


async def later(*_: Any, **__: Any) -> Any:
    return {"id": "42"}


class Later:
    async def __call__(self, *_: Any, **__: Any) -> Any:
        return {"id": "42"}


def awaits_who_is_told() -> None:
    told: list[Any] = []

    async def on_error(error: BaseException, request_id: str) -> None:
        await asyncio.sleep(0)
        told.append((str(error), request_id, asgi_kind.current().user.id))
        raise RuntimeError("the log is full")

    dream = asgi_kind.middleware(ScriptedDream(), on_error=on_error)
    app = dream.error_handler(dream.with_tenant(asgi_kind.app(fail)))
    answer = asgi_kind.ask(app, bearing(good(), X_Request_Id="r1"))
    # What raises there changes nothing, and the request is over when it has heard.
    assert (answer.status, told) == (500, [("broken", "r1", "ada")]), (answer, told)


def keeps_nobody_waiting() -> None:
    """The answer goes out whether or not who is told of it ever ends."""
    heard, over = asyncio.Event(), threading.Event()

    async def on_error(_error: BaseException, _request_id: str) -> None:
        await heard.wait()
        over.set()

    dream = asgi_kind.middleware(ScriptedDream(), on_error=on_error)
    app = dream.error_handler(dream.with_tenant(asgi_kind.app(fail)))

    async def send_until_answered(scope: Any, receive: Any, send: Any) -> None:
        async def sent(message: Any) -> None:
            await send(message)
            if message["type"] == "http.response.body":
                heard.set()

        await app(scope, receive, sent)

    assert asgi_kind.ask(send_until_answered, bearing(good())).status == 500
    assert over.is_set()


def is_told_by_handlers_of_frameworks() -> None:
    """Which run in the loop, or beside it in a thread."""
    told: list[Any] = []
    heard = threading.Event()

    async def on_error(error: BaseException, request_id: str) -> None:
        told.append((str(error), request_id, asyncio.get_running_loop() is asgi_kind.loop))
        heard.set()

    dream = asgi_kind.middleware(ScriptedDream(), on_error=on_error)

    def within(context: Any) -> int:
        return dream.answer_to(ValueError("within")).status

    async def beside(context: Any) -> int:
        answer = await asyncio.to_thread(dream.answer_to, ValueError("beside"))
        return answer.status

    for handle, name in ((within, "within"), (beside, "beside")):
        heard.clear()
        told.clear()
        app = dream.with_tenant(asgi_kind.app(handle))
        answer = asgi_kind.ask(app, bearing(good(), X_Request_Id="r1"))
        assert answer.content == b"500", answer
        assert heard.wait(GENEROUS) and told == [(name, "r1", True)], told
    # Where there is no loop and no request, it is told all the same.
    told.clear()
    assert dream.answer_to(ValueError("alone"), "r2").status == 500
    assert told == [("alone", "r2", False)], told


def is_answered_as_its_loop_ends() -> None:
    """A thread that outlives the loop of its request has nobody awaited, and is answered."""
    told: list[str] = []

    async def on_error(error: BaseException, _request_id: str) -> None:
        told.append(str(error))

    class EndsJustNow:
        def is_running(self) -> bool:
            return True

        def call_soon_threadsafe(self, *_: Any) -> None:
            raise RuntimeError("Event loop is closed")

    dream = asgi_kind.middleware(ScriptedDream(), on_error=on_error)

    async def beside(_context: Any) -> int:
        record_of(scope_under_way()).loop = cast(Any, EndsJustNow())
        answer = await asyncio.to_thread(dream.answer_to, ValueError("beside"))
        return answer.status

    answer = asgi_kind.ask(dream.with_tenant(asgi_kind.app(beside)), bearing(good()))
    assert (answer.content, told) == (b"500", []), (answer, told)


def refused(make: Any) -> bool:
    try:
        make()
    except ConfigurationError:
        return True
    return False


def refuses_what_nobody_awaits() -> None:
    script = ScriptedDream()
    for function in (later, functools.partial(later), Later()):
        given: Any = function
        for kind in (wsgi_kind, asgi_kind):
            for name in ("token_of", "tenant_of"):
                made = functools.partial(kind.middleware, script, **{name: given})
                assert refused(made), (kind, name, given)
        assert refused(lambda: wsgi_kind.middleware(script, on_error=given)), given
        dream = wsgi_kind.middleware(script)
        assert refused(lambda: dream.require_permission("report:read", resource=given)), given
        assert refused(lambda: dream.guard_view("report:read", resource=given)), given
        assert refused(lambda: dream.guard_view("report:read")(given)), given


def says_the_text_that_is_meant(kind: Any) -> None:
    class May(str, Enum):
        READ = "report:read"

    script = ScriptedDream()
    script.check = (200, {"allowed": False})
    dream = kind.middleware(script)
    app = dream.require_permission(May.READ)(kind.app(lambda _: ""))
    answer = kind.ask(app, bearing(good()))
    assert answer.status == 403 and b"report:read" in answer.content, answer
    assert '"action":"read"' in script.asked[1].replace(" ", ""), script.asked
    assert '"type":"report"' in script.asked[1].replace(" ", ""), script.asked


def refuses_what_is_no_time(kind: Any) -> None:
    for seconds in (-1, float("nan"), None, "5", [5]):
        made = functools.partial(kind.middleware, ScriptedDream(), time_to_live=seconds)
        assert refused(made), seconds


awaits_who_is_told()
keeps_nobody_waiting()
is_told_by_handlers_of_frameworks()
is_answered_as_its_loop_ends()
refuses_what_nobody_awaits()
for each in (wsgi_kind, asgi_kind):
    says_the_text_that_is_meant(each)
    refuses_what_is_no_time(each)
sys.stdout.write("every part was run")
