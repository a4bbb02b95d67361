"""What is answered where something was raised. Reads the codes of the server from its input:
``{"ofUser": ["auth/…"], "refusals": [[403, "auth/…"]]}``."""

from __future__ import annotations

import json
import sys
from typing import Any

import asgi_kind
import wsgi_kind
from answers import Answer
from scripted_dream import ScriptedDream, bearing, good, wrong

from dream_sdk import (
    ConflictError,
    DreamError,
    NotFoundError,
    PlatformError,
    RateLimitError,
    ServerError,
    ValidationError,
)

CODES = json.load(sys.stdin)
FIELDS: Any = {"code": "a/b", "message": "For developers.", "user_message": "For all."}


class Refusing(Exception):
    """Cannot even be looked at."""

    def __getattribute__(self, name: str) -> Any:
        if name in ("status_code", "__cause__", "__class__"):
            raise RuntimeError("not to be read")
        return super().__getattribute__(name)


class OfFramework(Exception):
    def __init__(self, message: str, **attributes: Any) -> None:
        super().__init__(message)
        self.__dict__.update(attributes)


def answered(kind: Any, error: Exception) -> tuple[Answer, list[Any]]:
    errors: list[Any] = []
    dream = kind.middleware(ScriptedDream(), on_error=lambda *one: errors.append(one))

    def fail(_context: Any) -> None:
        raise error

    app = dream.error_handler(dream.with_tenant(kind.app(fail)))
    return kind.ask(app, bearing(good(), X_Request_Id="r1")), errors


def on_purpose(kind: Any) -> None:
    fields = {**FIELDS, "param": "id"}
    answer, errors = answered(kind, NotFoundError(**fields))
    told = {"code": "a/b", "message": "For developers.", "userMessage": "For all.", "param": "id"}
    assert (answer.status, answer.json, errors) == (
        404,
        {"success": False, "error": {**told, "requestId": "r1"}},
        [],
    ), answer
    assert answer.headers["content-type"] == "application/json; charset=utf-8", answer.headers
    for made, status in (
        (ValidationError(**FIELDS), 400),
        (ConflictError(**FIELDS), 409),
        (RateLimitError(**FIELDS), 429),
        (ServerError(**FIELDS), 500),
        (PlatformError(**FIELDS), 500),
        *((PlatformError(status=one, **FIELDS), one) for one in (400, 499, 500, 599)),
    ):
        answer, errors = answered(kind, made)
        assert (answer.status, answer.code) == (status, "a/b"), answer
        assert errors == ([(made, "r1")] if status >= 500 else []), errors
    waits = RateLimitError(retry_after=1.2, details={"secret": 1}, **FIELDS)
    answer, _ = answered(kind, waits)
    assert answer.headers["retry-after"] == "2", answer.headers
    assert answer.json["error"]["retryAfter"] == 1.2 and b"secret" not in answer.content, answer
    # Halves of characters do not keep an error from being answered.
    answer, _ = answered(kind, NotFoundError(**{**FIELDS, "message": "\ud800"}))
    assert (answer.status, answer.json["error"]["message"]) == (404, "\ud800"), answer


def what_is_broken_shows_nothing(kind: Any) -> None:
    odd = [NotFoundError(**FIELDS) for _ in range(6)]
    for error, (name, value) in zip(
        odd,
        (
            ("status", 200),
            ("status", True),
            ("status", "404"),
            ("code", 5),
            ("user_message", {}),
            ("param", ["x"]),
        ),
        strict=True,
    ):
        setattr(error, name, value)
    for raised in (
        Exception("the password is hunter2"),
        DreamError("hunter2"),
        OfFramework("hunter2", status_code=400, expose=False),
        *(OfFramework("hunter2", status_code=one) for one in (0, 204, 399, 500, 502, 404.5, "404")),
        OfFramework("hunter2", status_code=True),
        Refusing("hunter2"),
        *odd,
    ):
        answer, errors = answered(kind, raised)
        assert (answer.status, answer.code) == (500, "internal/error"), (type(raised), answer)
        assert b"hunter2" not in answer.content and len(errors) == 1, answer
        assert errors[0][0] is raised, errors


def others_with_a_status(kind: Any) -> None:
    for more, is_shown in (({"expose": True}, True), ({}, False), ({"expose": "yes"}, False)):
        answer, errors = answered(kind, OfFramework("arn:aws:iam", status_code=403, **more))
        assert (answer.status, answer.code, errors) == (403, "request/403", []), answer
        assert (b"arn:aws" in answer.content) is is_shown, (more, answer)


def odd_waits(kind: Any) -> None:
    for seconds in (float("nan"), -1, float("inf"), True, "5"):
        wait: Any = seconds
        answer, errors = answered(kind, RateLimitError(retry_after=wait, **FIELDS))
        assert (answer.status, errors) == (429, []), answer
        assert "retry-after" not in answer.headers and b"retryAfter" not in answer.content, answer


def nobody_can_listen(kind: Any) -> None:
    def listen(_error: Any, _request_id: str) -> None:
        raise RuntimeError("the log is full")

    script = ScriptedDream()
    script.me = wrong(500, "server/internal")
    dream = kind.middleware(script, on_error=listen)
    assert kind.ask(dream.with_tenant(kind.app(lambda _: "")), bearing(good())).status == 503


def by_the_server(kind: Any) -> None:
    """What the server says to an application tells its users no more than they may know."""
    for status, code, told, shown in (
        (404, "tenants/not-found", 404, "tenants/not-found"),
        (401, "auth/revoked-key", 503, "upstream/unavailable"),
        (401, "auth/expired-token", 503, "upstream/unavailable"),
        (500, "server/internal", 503, "upstream/unavailable"),
    ):
        script = ScriptedDream()
        script.me = wrong(status, code)
        asked: Any = wsgi_kind.client(script).with_options(user_token=good())
        try:
            asked.me.get()
        except PlatformError as error:
            answer, errors = answered(kind, error)
            assert (answer.status, answer.code) == (told, shown), (code, answer)
            assert b"developers" not in answer.content and b"req_dream" not in answer.content
            assert errors == ([(error, "r1")] if told >= 500 else []), errors


def whose_fault_it_is(kind: Any) -> None:
    script = ScriptedDream()
    errors: list[Any] = []
    dream = kind.middleware(script, time_to_live=0, on_error=lambda *one: errors.append(one))
    app = dream.with_tenant(kind.app(lambda _: ""))
    assert len(CODES["ofUser"]) > 5 and len(CODES["refusals"]) > 5, CODES
    for code in CODES["ofUser"]:
        script.me = wrong(401, code)
        answer = kind.ask(app, bearing(good()))
        assert (answer.status, answer.code) == (401, code), (code, answer)
        assert answer.headers["www-authenticate"] == "Bearer" and errors == [], answer
    for status, code in [*CODES["refusals"], [401, "unknown/401"]]:
        script.me = wrong(status, code)
        answer = kind.ask(app, bearing(good()))
        assert (answer.status, answer.code) == (503, "upstream/unavailable"), (code, answer)
        assert "www-authenticate" not in answer.headers, answer
        assert [error.code for error, _ in errors] == [code], errors
        errors.clear()
    # An answer is one by what it came in, also where its body says nothing.
    script.me = (401, None)
    assert kind.ask(app, bearing(good())).status == 503


for each in (wsgi_kind, asgi_kind):
    on_purpose(each)
    what_is_broken_shows_nothing(each)
    others_with_a_status(each)
    odd_waits(each)
    nobody_can_listen(each)
    by_the_server(each)
    whose_fault_it_is(each)
sys.stdout.write("every part was run")
