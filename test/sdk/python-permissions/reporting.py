"""Decisions that were taken without the server are reported in batches."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import Any

from reporting_kinds import Plain, WithAsyncio, counts, nobody_sends, reporter
from scripted_server import ScriptedServer, until

# How long to look whether something comes that must not.
A_WHILE = 0.15


def sends_500_at_once(kind: Any) -> None:
    server = ScriptedServer()
    told = reporter(kind, server)
    told.report(499)
    time.sleep(A_WHILE)
    assert server.reports == []
    told.report()
    until(lambda: counts(server) == [500])
    told.report(3)
    told.do("flush")
    assert counts(server) == [500, 3]
    # What was sent is not sent again, and nothing at all makes no call.
    told.do("flush")
    told.close()
    assert (counts(server), told.problems) == ([500, 3], [])
    keys = {report.key for report in server.reports}
    assert len(keys) == 2 and "" not in keys, keys


def says_what_was_decided(kind: Any) -> None:
    server = ScriptedServer()
    told = reporter(kind, server, client_tenant="home")
    before = datetime.now(timezone.utc)
    resource = {"id": "42", "properties": {"secret": 1}}
    subject = {"type": "service-account", "id": "sa", "properties": {"secret": 1}}
    told.report(permission="invoice:read:own", resource=resource, subject=subject)
    told.report(allowed=False, policy_revision=8.0, tenant=None)
    after = datetime.now(timezone.utc) + timedelta(milliseconds=1)
    time.sleep(0.01)
    told.close()
    # Those of the tenant of the client go with its header: beside another, they would be refused.
    (first, second) = server.reports
    assert (first.tenant, second.tenant) == (None, "home"), (first, second)
    for report in (first, second):
        at = datetime.fromisoformat(report.decisions[0].pop("decidedAt").replace("Z", "+00:00"))
        assert before <= at <= after, (before, at, after)
    assert first.decisions == [
        {
            "tenant": "acme",
            "subject": {"type": "service-account", "id": "sa"},
            "action": "read:own",
            "resource": {"type": "invoice", "id": "42"},
            "allowed": True,
            "policyRevision": 7,
        }
    ], first.decisions
    assert second.decisions == [
        {
            "subject": {"id": "ada"},
            "action": "read",
            "resource": {"type": "invoice"},
            "allowed": False,
            "policyRevision": 8,
        }
    ], second.decisions


def waits_for_the_interval(kind: Any) -> None:
    server = ScriptedServer()
    told = reporter(kind, server, interval=1)
    began = time.monotonic()
    told.report()
    time.sleep(0.6)
    told.report()
    until(lambda: len(server.reports) == 1)
    # Since the first, and not since the last.
    assert 0.99 <= server.reports[0].at - began <= 1.5, server.reports[0].at - began
    assert counts(server) == [2]
    until(nobody_sends)
    told.report()
    told.close()
    assert counts(server) == [2, 1]


def waits_since_a_call(kind: Any) -> None:
    """What came while another call was under way waits no longer for that."""
    server = ScriptedServer()
    server.gate.clear()
    told = reporter(kind, server, interval=1)
    told.report(500)
    until(lambda: counts(server) == [500])
    began = time.monotonic()
    told.report()
    time.sleep(0.6)
    told.report()
    server.gate.set()
    until(lambda: len(server.reports) == 2)
    assert 0.99 <= server.reports[1].at - began <= 1.5, server.reports[1].at - began
    assert counts(server) == [500, 2]
    told.close()


def one_at_a_time(kind: Any) -> None:
    server = ScriptedServer()
    server.gate.clear()
    told = reporter(kind, server)
    told.report(500)
    until(lambda: counts(server) == [500])
    told.report(1_300)
    with ThreadPoolExecutor(3) as pool:
        flushing = [pool.submit(told.do, "flush") for _ in range(3)]
        time.sleep(A_WHILE)
        assert counts(server) == [500]
        server.gate.set()
        for one in flushing:
            one.result()
    assert counts(server) == [500, 1_000, 300]
    told.close()


def makes_no_call_too_large(kind: Any) -> None:
    """The server would take nothing of it, and ids come from requests."""
    server = ScriptedServer()
    server.gate.clear()
    told = reporter(kind, server)
    told.report(500)
    until(lambda: counts(server) == [500])
    for character in ("\U0001f600", "\x01", '"', "\u07ff"):
        told.report(1_000, resource={"id": character * 255})
    server.gate.set()
    told.close()
    sizes = [len(json.dumps(one.decisions, ensure_ascii=False).encode()) for one in server.reports]
    assert max(sizes) < 1_048_000 and sum(counts(server)) == 4_500, (sizes, counts(server))
    assert len(sizes) < 12, sizes


def repeats_the_same(kind: Any) -> None:
    server = ScriptedServer()
    server.report_statuses = [500, 429, 0, 200]
    server.gate.clear()
    told = reporter(kind, server, interval=0.1)
    told.report(2, permission="invoice:first")
    until(lambda: len(server.reports) == 1)
    # Neither what is newer nor how much of it there is changes what is sent again, or when.
    told.report(600, permission="invoice:second")
    server.gate.set()
    until(lambda: len(server.reports) == 5)
    told.close()
    first, *again, newer = server.reports
    assert [(one.key, one.decisions) for one in again] == [(first.key, first.decisions)] * 3
    assert newer.key != first.key and counts(server) == [2, 2, 2, 2, 600]
    pauses = [after.at - before.at for before, after in zip([first, *again], again)]
    assert min(pauses) >= 0.09, pauses
    assert told.problems == [], told.problems


def goes_on_with_the_same_key_within_a_call(kind: Any) -> None:
    server = ScriptedServer()
    server.report_statuses = [0, 500]
    told = reporter(kind, server, max_retries=1)
    told.report()
    told.do("flush")
    told.do("flush")
    assert len({one.key for one in server.reports}) == 1 and counts(server) == [1] * 3
    told.close()


def keeps_no_more_than_10_000(kind: Any) -> None:
    server = ScriptedServer()
    server.gate.clear()
    told = reporter(kind, server)
    told.report(500)
    until(lambda: counts(server) == [500])
    told.report(9_507)
    assert told.problems == []
    server.gate.set()
    told.do("flush")
    assert counts(server) == [500, *[1_000] * 9, 500], counts(server)
    assert told.problems == ["7 decisions were not reported: 10000 were waiting"], told.problems
    told.report()
    told.close()
    assert len(told.problems) == 1 and counts(server)[-1] == 1


for each in (Plain(), WithAsyncio()):
    sends_500_at_once(each)
    says_what_was_decided(each)
    waits_for_the_interval(each)
    waits_since_a_call(each)
    one_at_a_time(each)
    makes_no_call_too_large(each)
    repeats_the_same(each)
    goes_on_with_the_same_key_within_a_call(each)
    keeps_no_more_than_10_000(each)
print("every part was run")
