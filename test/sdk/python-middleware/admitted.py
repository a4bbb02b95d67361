"""Who is let through, and what the application is told of them."""

from __future__ import annotations

import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import asgi_kind
import wsgi_kind
from scripted_dream import ScriptedDream, bearing, clock, good, token_of, user, wrong

from dream_sdk import ConfigurationError

NEW_ID = re.compile(r"req_[0-9a-f]{32}")


def is_told(kind: Any) -> None:
    script = ScriptedDream()
    app = kind.middleware(script).with_tenant(
        kind.app(lambda context: (context.user.id, context.tenant_id, context.flag_context))
    )
    token = good()
    answer = kind.ask(app, {"authorization": f"bearer  {token}", "x-tenant-id": "acme"})
    flags = {
        "user": {"key": "ada", "roles": ["editor"]},
        "tenant": {"key": "acme", "plan": "pro"},
    }
    assert (answer.status, answer.content.decode()) == (200, str(("ada", "acme", flags))), answer
    assert NEW_ID.fullmatch(answer.headers["x-request-id"]), answer.headers
    assert script.asked == [f"/v1/me acme {token[-12:]}"], script.asked


def names_requests(kind: Any) -> None:
    script = ScriptedDream()
    dream = kind.middleware(script)
    told = dream.with_tenant(kind.app(lambda context: context.request_id))
    own = dream.with_tenant(kind.app(lambda _: "", {"X-Request-Id": "own"}))
    token = good()
    for given in ("my-1.a_B", "x" * 128):
        answer = kind.ask(told, bearing(token, X_Request_Id=given))
        assert (answer.content.decode(), answer.headers["x-request-id"]) == (given, given), answer
    for unfit in ("x" * 129, "a b", "a,b", ""):
        answer = kind.ask(told, bearing(token, X_Request_Id=unfit))
        assert NEW_ID.fullmatch(answer.headers["x-request-id"]), (unfit, answer.headers)
    assert kind.ask(own, bearing(token)).headers["x-request-id"] == "own"
    refused = kind.ask(told, {"X-Request-Id": "r1"})
    assert (refused.headers["x-request-id"], refused.json["error"]["requestId"]) == ("r1", "r1")


def refuses_without_asking(kind: Any) -> None:
    script = ScriptedDream()
    errors: list[Any] = []
    reached: list[Any] = []
    dream = kind.middleware(script, on_error=lambda *told: errors.append(told))
    app = dream.with_tenant(kind.app(reached.append))
    token = good()
    for headers, code in (
        ({}, "missing-credentials"),
        ({"Authorization": f"Basic {token}"}, "missing-credentials"),
        ({"Authorization": f"Bearer {token}, Bearer {token}"}, "missing-credentials"),
        (bearing("sk_test_1"), "malformed-token"),
        (bearing("a.b.c"), "malformed-token"),
        (bearing("a"), "malformed-token"),
        (bearing(token.rpartition(".")[0]), "malformed-token"),
        (bearing(token.rpartition(".")[0] + "."), "malformed-token"),
        (bearing(f"{token}.more"), "malformed-token"),
        (bearing(f"{token}."), "malformed-token"),
        (bearing(token_of([])), "malformed-token"),
        (bearing(token_of({"exp": float("nan")})), "malformed-token"),
        (bearing(token_of({"a": "x" * 9000})), "malformed-token"),
        (bearing(token_of({"exp": 1})), "expired-token"),
        (bearing(token_of({"exp": clock.now - 61})), "expired-token"),
    ):
        answer = kind.ask(app, headers)
        shown = (answer.status, answer.code, answer.headers["www-authenticate"])
        assert shown == (401, f"auth/{code}", "Bearer"), (headers, shown)
        assert answer.headers["cache-control"] == "no-store", answer.headers
        assert answer.headers["content-length"] == str(len(answer.content)), answer.headers
        assert answer.json["error"]["userMessage"] == "Please sign in.", answer.json
    for tenant in ("a b", "../etc", "x" * 129, "a,b"):
        answer = kind.ask(app, bearing(token, X_Tenant_ID=tenant))
        error = answer.json["error"]
        assert (answer.status, error["code"], error["param"]) == (
            400,
            "auth/malformed-tenant",
            "X-Tenant-ID",
        ), answer
    assert (script.asked, errors, reached) == ([], [], [])
    # What is over in between is for the server to say.
    assert kind.ask(app, bearing(token_of({"exp": clock.now - 59}))).status == 200


def is_told_where_to_look(kind: Any) -> None:
    script = ScriptedDream()
    dream = kind.middleware(
        script,
        token_of=lambda header: (header("cookie") or "").partition("=")[2],
        tenant_of=lambda header: (header("host") or "").partition(".")[0],
    )
    headers = {"Cookie": f"session={good()}", "Host": "globex.app.example"}
    assert kind.ask(dream.with_tenant(kind.app(lambda _: "")), headers).status == 200
    assert [one.split(" ")[:2] for one in script.asked] == [["/v1/me", "globex"]], script.asked


def goes_by_the_token(kind: Any) -> None:
    """A client that has a secret key as well does not fall back on it."""
    script = ScriptedDream()
    made = type(kind.middleware(script))
    dream = made(kind.client(script, secret_key="sk_test_never"))
    token = good()
    permission = dream.require_permission("report:read")
    assert kind.ask(permission(kind.app(lambda _: "")), bearing(token)).status == 200
    assert [one.split(" ")[2] for one in script.asked] == [token[-12:]] * 2, script.asked


def asks_once_for_a_while(kind: Any) -> None:
    script = ScriptedDream()
    app = kind.middleware(script).with_tenant(kind.app(lambda _: ""))
    token, brief = good(), token_of({"exp": int(clock.now) + 2})
    clock.now = float(int(clock.now))
    script.gate.clear()
    with ThreadPoolExecutor(8) as pool:
        many = [pool.submit(kind.ask, app, bearing(token)) for _ in range(8)]
        while not script.asked:
            time.sleep(0.001)
        time.sleep(0.05)
        script.gate.set()
        assert [one.result().status for one in many] == [200] * 8
    assert len(script.asked) == 1, script.asked
    kind.ask(app, bearing(brief))

    def questions(*tokens: str) -> int:
        before = len(script.asked)
        for one in tokens:
            assert kind.ask(app, bearing(one)).status == 200
        return len(script.asked) - before

    clock.move(1.9)
    assert questions(token, brief) == 0
    clock.move(0.2)
    # Not beyond the end of the token, though the server may take it for a while yet.
    assert questions(token, brief) == 1
    clock.move(3)
    assert questions(token) == 1
    clock.move(58)
    assert kind.ask(app, bearing(brief)).status == 401


def counts_from_when_it_was_asked(kind: Any) -> None:
    script = ScriptedDream()
    app = kind.middleware(script).with_tenant(kind.app(lambda _: ""))
    token = good()
    script.gate.clear()
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(kind.ask, app, bearing(token))
        while not script.asked:
            time.sleep(0.001)
        clock.move(2)
        script.gate.set()
        assert first.result().status == 200
    clock.move(2.9)
    kind.ask(app, bearing(token))
    assert len(script.asked) == 1
    clock.move(0.2)
    kind.ask(app, bearing(token))
    assert len(script.asked) == 2


def keeps_what_it_was_refused_with(kind: Any) -> None:
    script = ScriptedDream()
    script.me = wrong(403, "auth/tenant-not-allowed")
    app = kind.middleware(script).with_tenant(kind.app(lambda _: ""))
    headers = bearing(good(), X_Request_Id="r1")
    error = {"code": "auth/tenant-not-allowed", "message": "For everybody."}
    error = {**error, "userMessage": "For everybody.", "requestId": "r1"}
    for _ in range(3):
        answer = kind.ask(app, headers)
        assert (answer.status, answer.json) == (403, {"success": False, "error": error}), answer
    assert len(script.asked) == 1
    clock.move(5)
    script.me = (500, {})
    assert [kind.ask(app, headers).status for _ in range(2)] == [503, 503]
    assert len(script.asked) == 3
    script.me = (200, user())
    assert kind.ask(app, headers).status == 200
    script.stop()
    clock.move(5)
    answer = kind.ask(app, headers)
    assert (answer.status, answer.code) == (503, "upstream/unavailable"), answer


def lets_in_no_answer_that_is_no_user(kind: Any) -> None:
    """Such as that of a wrong address, or of something before the server."""
    script = ScriptedDream()
    reached: list[str] = []

    def handle(context: Any) -> str:
        reached.append(context.user.id)
        return ""

    app = kind.middleware(script).with_tenant(kind.app(handle))
    headers = bearing(good())
    bodies: list[Any] = [
        {"hello": 1},
        {**user(), "id": None},
        {**user(), "tenantId": ""},
        {**user(), "roles": "admin"},
        {**user(), "permissions": [1]},
        [],
    ]
    for answered in bodies:
        script.me = (200, answered)
        answer = kind.ask(app, headers)
        assert (answer.status, answer.code) == (503, "upstream/unavailable"), (answered, answer)
    assert reached == []
    # It is not kept: whoever answers as a server does is believed at once.
    script.me = (200, user())
    assert kind.ask(app, headers).status == 200
    assert reached == ["ada"]


def is_of_a_client_that_can_ask_as_users(kind: Any) -> None:
    script = ScriptedDream()
    made = type(kind.middleware(script))
    try:
        made(kind.client(script, publishable_key=None, secret_key="sk_test_alone"))
    except ConfigurationError as error:
        assert "publishable_key" in str(error), error
    else:
        raise AssertionError("a client with a secret key alone was taken")


for each in (wsgi_kind, asgi_kind):
    is_told(each)
    lets_in_no_answer_that_is_no_user(each)
    is_of_a_client_that_can_ask_as_users(each)
    names_requests(each)
    refuses_without_asking(each)
    is_told_where_to_look(each)
    goes_by_the_token(each)
    asks_once_for_a_while(each)
    counts_from_when_it_was_asked(each)
    keeps_what_it_was_refused_with(each)
sys.stdout.write("every part was run")
