"""Which answers of clients of permissions are reported, about whom, and in which tenant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from reporting_kinds import Plain, Told, WithAsyncio, permissions, reporter
from scripted_server import ScriptedServer

from dream_sdk import ConfigurationError

CLAIMS: dict[str, Any] = {"roleSlugs": ["editor"], "sub": "ada", "tenantId": "acme"}
READ = "invoice:read"


def reported(told: Told, server: ScriptedServer) -> list[Any]:
    """Who, in which tenant, and what was answered; of a client whose tenant is ``home``."""
    told.do("flush")
    found = [
        (one["subject"], one.get("tenant", report.tenant), one["action"], one["allowed"])
        for report in server.reports
        for one in report.decisions
    ]
    server.reports.clear()
    return found


def reports_yes_and_no(kind: Any) -> None:
    server = ScriptedServer()
    told = permissions(kind, server, client_tenant="home")
    ada = {"id": "ada"}
    assert told.do("can", CLAIMS, READ, {"id": "42"}) == "yes"
    assert told.do("can", CLAIMS, "invoice:update") == "no"
    assert reported(told, server) == [(ada, "acme", "read", True), (ada, "acme", "update", False)]
    # What only the server knows stands in its log once it was asked.
    assert told.do("can", CLAIMS, "invoice:update", {"id": "42"}) == "ask"
    assert told.do("check", CLAIMS, "invoice:update", {"id": "42"}, subject=ada) is True
    assert reported(told, server) == [] and server.count("check") == 1
    assert told.do("check", CLAIMS, READ) is True
    assert reported(told, server) == [(ada, "acme", "read", True)]
    told.close()
    assert told.do("can", CLAIMS, READ) == "ask"
    assert (server.reports, told.problems) == ([], [])


def knows_whom_it_is_about(kind: Any) -> None:
    server = ScriptedServer()
    told = permissions(kind, server, client_tenant="home")
    roles = ["editor"]

    def of(who: Any, **about: Any) -> Any:
        assert told.do("check", who, READ, **about) is True
        found = [(subject, tenant) for subject, tenant, _, _ in reported(told, server)]
        return found[0] if found else None

    bob: dict[str, Any] = {"id": "bob"}
    assert of(roles) is None and of(roles, tenant="acme") is None
    assert of(roles, subject=bob) == (bob, "home")
    assert of(roles, subject=bob, tenant="other") == (bob, "other")
    assert of(CLAIMS) == ({"id": "ada"}, "acme")
    # Who is named goes over whom claims name, and what is named over what they say.
    assert of(CLAIMS, subject={**bob, "properties": {"age": 7}}) == (bob, "acme")
    robot = {"type": "service-account", "id": "bob"}
    assert of(CLAIMS, subject=robot, tenant="other") == (robot, "other")
    assert of({"roleSlugs": roles, "sub": "ada"}) == ({"id": "ada"}, "home")
    assert of({"roleSlugs": roles, "sub": "ada", "tenantId": None}) == ({"id": "ada"}, "home")
    # Nor is it whom claims name where somebody else was named that is nobody.
    assert of(CLAIMS, subject={"id": ""}) is None
    for nobody in (None, "", "a" * 256, 7, ["ada"], "\0", "\ud800", b"ada"):
        assert of({**CLAIMS, "sub": nobody}) is None, nobody
    assert of({"roleSlugs": roles}) is None
    for nowhere in ("", " ", 7, "a" * 129, "-acme", "acme\n", ["acme"]):
        assert of({**CLAIMS, "tenantId": nowhere}) is None, nowhere
    longest = "\U0001f600" * 255
    assert of({**CLAIMS, "sub": longest}) == ({"id": longest}, "acme")
    told.close()
    assert told.problems == []


class Hostile(Mapping[str, Any]):
    """Claims that raise when what is not theirs to say is read."""

    def __getitem__(self, name: str) -> Any:
        if name == "roleSlugs":
            return ["editor"]
        if name in ("sub", "tenantId"):
            raise RuntimeError("nobody reads this")
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(["roleSlugs", "sub", "tenantId"])

    def __len__(self) -> int:
        return 3


def never_raises(kind: Any) -> None:
    server = ScriptedServer()
    told = permissions(kind, server)
    assert told.do("can", Hostile(), READ) == "yes"
    assert told.do("check", Hostile(), READ) is True
    subject: Any = Hostile()
    assert told.do("check", CLAIMS, READ, subject=subject) is True
    for permission in (None, 7, "", "invoice", ":", ":read", "invoice:", "a" * 300):
        assert told.do("can", CLAIMS, permission) == "no"
    assert reported(told, server) == []
    told.close()
    assert told.problems == []


def reports_nothing(kind: Any) -> None:
    server = ScriptedServer()
    told = permissions(kind, server, report=False)
    assert told.do("can", CLAIMS, READ) == "yes"
    assert reported(told, server) == []
    told.close()
    assert server.reports == []
    for interval in (0, -1, None):
        try:
            permissions(kind, server, report_interval=interval)
        except ConfigurationError:
            continue
        raise AssertionError(f"{interval!r} is no time")


def answers_on_when_refused(kind: Any) -> None:
    server = ScriptedServer()
    server.report_statuses = [403]
    told = permissions(kind, server)
    for _ in range(3):
        assert told.do("can", CLAIMS, READ) == "yes"
        told.do("flush")
    assert len(server.reports) == 1
    assert [one.partition(":")[0] for one in told.problems] == [
        "decisions are not reported any more"
    ], told.problems
    told.close()


def reports_by_itself(kind: Any) -> None:
    """The client is closed, and nobody flushes it."""
    server = ScriptedServer()
    told = permissions(kind, server)
    assert told.do("can", CLAIMS, READ) == "yes"
    told.close()
    assert [len(report.decisions) for report in server.reports] == [1]
    again = permissions(kind, server, report_interval=0.1)
    for _ in range(500):
        again.one.can(CLAIMS, READ)
    again.close()
    assert sum(len(report.decisions) for report in server.reports) == 501


WRONG_KIND = {"id": "ada", "type": "robot"}


class Tenant(str, Enum):
    ACME = "acme"


def drops_what_is_no_decision(kind: Any) -> None:
    server = ScriptedServer()
    told = reporter(kind, server)
    none: dict[str, list[Any]] = {
        "permission": [None, 7, "", "invoice", ":read", "invoice:", "*", "\0:a", "a:\ud800"],
        "subject": [None, {}, "ada", {"id": None}, {"id": 7}, {"id": ""}, [], WRONG_KIND],
        "resource": ["42", 7, {"id": 7}, {"id": ""}, {"id": "a" * 256}],
        "tenant": ["", 7, "-", "a b", "a" * 129],
        "allowed": [None, 1, "yes"],
        "policy_revision": [None, -1, 1.5, "7", True, 2**53, float("nan"), float("inf")],
    }
    none["permission"] += ["a" * 256 + ":read", "a:" + "b" * 129]
    for name, values in none.items():
        for value in values:
            told.report(**{name: value})
            told.do("flush")
            assert server.reports == [], (name, value)
    right: list[dict[str, Any]] = [
        {"permission": "a" * 255 + ":" + "b" * 128},
        {"permission": "invoice:*"},
        {"subject": {"id": "a" * 255, "type": "user"}},
        {"subject": {"id": "ada", "type": None}, "resource": {"id": None}, "tenant": Tenant.ACME},
        {"resource": {"properties": {"amount": 7}}},
        {"policy_revision": 0},
        {"policy_revision": 2**53 - 1},
    ]
    for one in right:
        told.report(**one)
    told.close()
    (report,) = server.reports
    assert len(report.decisions) == len(right) and told.problems == [], report
    assert {one["tenant"] for one in report.decisions} == {"acme"}


for each in (Plain(), WithAsyncio()):
    reports_yes_and_no(each)
    knows_whom_it_is_about(each)
    never_raises(each)
    reports_nothing(each)
    answers_on_when_refused(each)
    reports_by_itself(each)
    drops_what_is_no_decision(each)
print("every part was run")
