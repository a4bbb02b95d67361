"""Which permissions a middleware tells a reporter of that it decided by itself."""

from __future__ import annotations

import asyncio
import sys
from types import SimpleNamespace
from typing import Any

import asgi_kind
import wsgi_kind
from scripted_dream import ScriptedDream, bearing, clock, token_of, user

from dream_sdk import AsyncDream, Dream
from dream_sdk.permissions import AsyncDecisionReporter, DecisionReporter


class Answering:
    """A ``PermissionClient`` that knows a few answers."""

    policy = SimpleNamespace(revision=9)

    def can(self, who: Any, permission: str, resource: Any = None) -> Any:
        return {"report:read": "yes", "report:share": "ask"}.get(permission, "no")


class Told:
    """A ``DecisionReporter`` that writes down what it is told."""

    def __init__(self) -> None:
        self.decisions: list[dict[str, Any]] = []

    def report(self, **decision: Any) -> None:
        self.decisions.append(decision)


class Failing:
    def report(self, **decision: Any) -> None:
        raise RuntimeError("the log is full")


def token(**claims: Any) -> str:
    return token_of({"sub": "ada", "exp": int(clock.now) + 3600, **claims})


def asked(kind: Any, permission: str, resource: Any = None, **options: Any) -> tuple[int, int]:
    """The status, and how many questions there were beyond who it is."""
    script = ScriptedDream()
    script.me = (200, user(permissions=["invoice:*", "report:list:own"]))
    presented = options.pop("token", token(policyVersion="7.3"))
    guarded = kind.middleware(script, **options).require_permission(
        permission, resource=lambda _: resource
    )
    answer = kind.ask(guarded(kind.app(lambda _: "done")), bearing(presented))
    return answer.status, len(script.asked) - 1


def decisions(kind: Any, permission: str, resource: Any = None, **options: Any) -> list[Any]:
    told = Told()
    asked(kind, permission, resource, decisions=told, **options)
    return told.decisions


def tells_what_it_decided(kind: Any) -> None:
    resource = {"id": "42", "properties": {"amount": 5}}
    of_ada = {"subject": {"id": "ada"}, "tenant": "acme", "resource": None}
    held = {**of_ada, "permission": "invoice:read", "allowed": True, "policy_revision": 7}
    assert decisions(kind, "invoice:read") == [held]
    assert decisions(kind, "invoice:read", resource) == [{**held, "resource": resource}]
    wildcard = {**held, "permission": "report:*", "allowed": False}
    assert decisions(kind, "report:*") == [wildcard]
    # The policy that decided is that of the client of permissions.
    answered = {**held, "permission": "report:read", "policy_revision": 9}
    known = Answering()
    assert decisions(kind, "report:read", permissions=known) == [answered]
    refused = {**answered, "permission": "report:delete", "allowed": False}
    assert decisions(kind, "report:delete", permissions=known) == [refused]
    assert decisions(kind, "invoice:read", permissions=known) == [held]


def leaves_to_the_server_what_it_decided(kind: Any) -> None:
    told = Told()
    for permission, options in (
        ("report:share", {"permissions": Answering()}),
        ("report:read", {}),
    ):
        assert asked(kind, permission, decisions=told, **options) == (200, 1)
    assert asked(kind, "report:list:own", {"id": "42"}, decisions=told) == (200, 1)
    assert told.decisions == []


def knows_by_which_policy(kind: Any) -> None:
    unknown: tuple[Any, ...] = (None, 7, 7.3, "", ".7", "x.1", "7a", "1" * 16, "٧", ["7"], True)
    for version in unknown:
        presented = token(policyVersion=version)
        assert decisions(kind, "invoice:read", token=presented) == [], version
    assert decisions(kind, "invoice:read", token=token()) == []
    for version, revision in (("8", 8), ("0.1", 0), ("9" * 15, int("9" * 15))):
        (one,) = decisions(kind, "invoice:read", token=token(policyVersion=version))
        assert one["policy_revision"] == revision, version


def changes_nothing(kind: Any) -> None:
    for told in (None, Failing()):
        assert asked(kind, "invoice:read", decisions=told) == (200, 0)
        assert asked(kind, "report:*", decisions=told) == (403, 0)


def takes_a_reporter(kind: Any) -> None:
    """Of a client with a secret key, which that of the middleware has not."""
    script = ScriptedDream()
    script.check = (200, {"logged": 1, "unknownTenants": []})
    given: Any = {"base_url": script.url, "secret_key": "sk_test_1", "max_retries": 0}
    if kind is wsgi_kind:
        with Dream(**given) as client, DecisionReporter(client) as reporter:
            assert asked(kind, "invoice:read", decisions=reporter) == (200, 0)
    else:
        asyncio.run_coroutine_threadsafe(reports_in_its_loop(given), asgi_kind.loop).result(60)
    (report,) = script.asked
    assert report.startswith("/v1/access/decisions - ") and '"acme"' in report, report


async def reports_in_its_loop(given: Any) -> None:
    async with AsyncDream(**given) as client, AsyncDecisionReporter(client) as reporter:
        ask = asyncio.get_running_loop().run_in_executor
        asking = ask(None, lambda: asked(asgi_kind, "invoice:read", decisions=reporter))
        assert await asking == (200, 0)


for each in (wsgi_kind, asgi_kind):
    tells_what_it_decided(each)
    leaves_to_the_server_what_it_decided(each)
    knows_by_which_policy(each)
    changes_nothing(each)
    takes_a_reporter(each)
sys.stdout.write("every part was run")
