"""What reporters of decisions do where something goes wrong, and when they end."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from reporting_kinds import LONG, Plain, WithAsyncio, counts, nobody_sends, reporter
from scripted_server import KEY, ScriptedServer, until

from dream_sdk import ConfigurationError
from dream_sdk.permissions import _async_decision_reporter, _decision_reporter


def is_refused(kind: Any, status: int) -> None:
    server = ScriptedServer()
    server.report_statuses = [status] * 3
    told = reporter(kind, server)
    told.report(1_200)
    told.do("flush")
    told.report(600)
    told.do("flush")
    told.close()
    assert len(server.reports) == 1, counts(server)
    (problem,) = told.problems
    assert problem.startswith("decisions are not reported any more: "), problem
    assert f"Error: {status} test/refused" in problem and KEY not in problem, problem


def drops_what_is_not_understood(kind: Any) -> None:
    server = ScriptedServer()
    server.report_statuses = [400]
    told = reporter(kind, server)
    told.report(3)
    told.do("flush")
    told.report(2)
    told.do("flush")
    assert counts(server) == [3, 2]
    expected = "3 decisions were not reported: ValidationError: 400 test/refused: No."
    assert told.problems == [expected], told.problems
    told.close()


def tells_of_unknown_tenants(kind: Any) -> None:
    server = ScriptedServer()
    told = reporter(kind, server)
    names = [f"t{number}" for number in range(12)]
    for unknown in (names, ["acme"], [], None, "acme", [7]):
        server.unknown_tenants = unknown
        told.report()
        told.do("flush")
    start = "decisions were not logged, since there are no such tenants: "
    ten = ", ".join(names[:10])
    assert told.problems == [f"{start}{ten} and 2 more", f"{start}acme"], told.problems
    told.close()


def closes_once(kind: Any) -> None:
    server = ScriptedServer()
    told = reporter(kind, server, max_retries=2)
    told.report(2)
    told.report(tenant=None)
    server.report_statuses = [200, 500, 500, 500]
    told.close()
    told.report()
    told.do("flush")
    told.close()
    assert counts(server) == [2, 1], counts(server)
    (problem,) = told.problems
    assert problem.startswith("1 decision was not reported: ServerError: 500"), problem


def closes_before_it_repeats(kind: Any) -> None:
    server = ScriptedServer()
    server.report_statuses = [500]
    told = reporter(kind, server)
    told.report(2)
    told.do("flush")
    told.report()
    told.close()
    assert counts(server) == [2, 2, 1] and told.problems == [], (counts(server), told.problems)
    assert server.reports[0][:3] == server.reports[1][:3]


def closes_in_time(kind: Any) -> None:
    """A server that does not answer keeps nobody for ever."""
    modules: Any = (_decision_reporter, _async_decision_reporter)
    usual = modules[0].LAST_REPORT
    for module in modules:
        module.LAST_REPORT = 0.2
    server = ScriptedServer()
    server.gate.clear()
    told = reporter(kind, server)
    told.report(1_100)
    began = time.monotonic()
    told.do("close")
    assert time.monotonic() - began < 5, "it waited for an answer"
    lost = "1100 decisions were not reported: there was no answer while closing"
    assert told.problems == [lost], told.problems
    until(nobody_sends)
    server.gate.set()
    told.close()
    for module in modules:
        module.LAST_REPORT = usual


def listens_to_who_is_told(kind: Any) -> None:
    """Whoever is told may send, or end, what told them."""
    for name in ("flush", "close"):
        server = ScriptedServer()
        server.report_statuses = [400]
        called = threading.Event()

        def on_problem(_problem: str, name: str = name, called: Any = called) -> Any:
            given = getattr(told.one, name)()
            called.set()
            return given

        told = reporter(kind, server, on_problem=on_problem)
        told.report()
        told.do("flush")
        assert called.wait(60)
        told.close()
        assert counts(server) == [1]

    def fails(_problem: str) -> None:
        raise RuntimeError("the log is full")

    server = ScriptedServer()
    server.report_statuses = [400]
    told = reporter(kind, server, on_problem=fails)
    for _ in range(2):
        told.report()
        told.do("flush")
    assert counts(server) == [1, 1]
    told.close()


def is_told_by_threads(kind: Any) -> None:
    server = ScriptedServer()
    told = reporter(kind, server)
    decision: dict[str, Any] = {"subject": {"id": "ada"}, "permission": "invoice:read"}
    decision |= {"allowed": True, "policy_revision": 1}

    def report() -> None:
        for _ in range(1_000):
            told.one.report(**decision)

    with ThreadPoolExecutor(4) as pool:
        for one in [pool.submit(report) for _ in range(4)]:
            one.result()
    told.close()
    assert sum(counts(server)) == 4_000 and max(counts(server)) <= 1_000, counts(server)


def refuses_no_time(kind: Any) -> None:
    for interval in (0, -1, float("nan"), "soon", None):
        try:
            reporter(kind, ScriptedServer(), interval=interval)
        except ConfigurationError:
            continue
        raise AssertionError(f"{interval!r} is no time")
    # No less than a tenth of a second.
    server = ScriptedServer()
    told = reporter(kind, server, interval=0.001)
    began = time.monotonic()
    told.report()
    until(lambda: server.reports != [])
    assert server.reports[0].at - began >= 0.09
    told.close()


def sends_without_a_thread() -> None:
    """As when the interpreter is about to end."""
    usual = threading.Thread.start

    def start(thread: threading.Thread) -> None:
        if thread.name == "dream-decisions":
            raise RuntimeError("can't create new thread at interpreter shutdown")
        usual(thread)

    server = ScriptedServer()
    told = reporter(Plain(), server)
    threads: Any = threading.Thread
    threads.start = start
    try:
        told.report(600)
        told.do("flush")
        told.report(2)
        told.close()
    finally:
        threads.start = usual
    assert counts(server) == [600, 2], counts(server)


def keeps_no_process_alive() -> None:
    server = ScriptedServer()
    made = f'(base_url="{server.url}", secret_key="{KEY}"), interval={LONG})'
    told = 'report(subject={"id": "a"}, permission="a:read", allowed=True, policy_revision=1)'
    programs = (
        f"DecisionReporter(Dream{made}.{told}",
        f"async def main(): AsyncDecisionReporter(AsyncDream{made}.{told}\nasyncio.run(main())",
    )
    names = "AsyncDecisionReporter, DecisionReporter"
    for program in programs:
        text = f"import asyncio\nfrom dream_sdk import AsyncDream, Dream\n{program}"
        text = f"from dream_sdk.permissions import {names}\n{text}"
        ended = subprocess.run(
            [sys.executable, "-W", "error", "-c", text], timeout=60, capture_output=True
        )
        assert (ended.returncode, ended.stderr) == (0, b""), ended
    assert server.reports == []


for each in (Plain(), WithAsyncio()):
    for refusal in (401, 403, 404):
        is_refused(each, refusal)
    drops_what_is_not_understood(each)
    tells_of_unknown_tenants(each)
    closes_once(each)
    closes_before_it_repeats(each)
    closes_in_time(each)
    listens_to_who_is_told(each)
    is_told_by_threads(each)
    refuses_no_time(each)
sends_without_a_thread()
keeps_no_process_alive()
print("every part was run")
