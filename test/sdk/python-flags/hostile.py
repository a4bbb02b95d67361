"""Whatever a program or a server hands over: nothing raises, nothing waits, and counts are right."""

from __future__ import annotations

import json
import math
import sys
import threading
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any, cast

from dream_sdk.flags import FlagClient, FlagContext, FlagKey, TestFlagData
from dream_sdk.flags._evaluation.evaluator import Evaluator
from dream_sdk.flags._evaluation.json_text import read_json
from dream_sdk.flags._reports.observer import Observer
from dream_sdk.flags._reports.options import ReportOptions
from dream_sdk.flags._updates.event_reader import Event, EventReader
from dream_sdk.flags._updates.versioned import VersionedRuleset, patched


class Evil(Mapping[str, Any]):
    """Raises whatever is done with it."""

    def __getitem__(self, name: str) -> Any:
        raise RuntimeError("no")

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError("no")

    def __len__(self) -> int:
        raise RuntimeError("no")

    def __contains__(self, name: object) -> bool:
        raise RuntimeError("no")

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("no")

    __hash__ = None  # type: ignore[assignment]


class Role(str, Enum):
    ADMIN = "admin"


def deep(depth: int) -> list[Any]:
    inner: list[Any] = []
    for _ in range(depth):
        inner = [inner]
    return inner


def client() -> tuple[TestFlagData, FlagClient]:
    data = TestFlagData()
    flag = data.flag("x").rule({"user.role": "admin"}, "on").fallthrough("off")
    flag.rule({"user.n": {"atLeast": 5}}, "on").rule({"user.at": {"after": "2027-01-01"}}, "on")
    flag.rule({"user.tags": {"includes": ["a", 1]}}, "on").rule({"user.n": {"in": [1, "1"]}}, "on")
    return data, data.client()


def contexts_of_all_kinds() -> None:
    _, flags = client()
    cycle: dict[str, Any] = {}
    cycle["user"] = cycle
    hostile: list[Any] = [
        None, 7, math.nan, "text", b"bytes", object(), lambda: 1, [], [[]], {1: 2}, {None: {}},
        cycle, Evil(), {"user": Evil()}, {"user": {"key": Evil()}}, {"user": {"role": Evil()}},
        {"user": None}, {"user": "ada"}, {"user": {"key": {}}}, {"user": {"n": 10**400}},
        {"user": {"tags": deep(100_000)}}, {"user": {"tags": [Evil(), {}, [], None]}},
        {"targetingKey": 5, 3: 4}, {"kind": "multi", "user": 5}, {"\ud800": {"key": "\udfff"}},
        {"user": {"at": datetime.max}}, {"user": {"role": Decimal(1)}},
    ]  # fmt: skip
    keys: list[Any] = ["x", "none", "", 5, None, [], Evil(), "\ud800"]
    for context in hostile:
        for key in keys:
            detail = flags.variation_detail(key, context, False)
            assert flags.variation(key, context, False) == detail.value
            assert isinstance(detail.value, bool), (context, key)
        assert set(flags.all_flags(context).to_dict()) <= {"x"}
    for flag in (None, 5, FlagKey(cast(str, None), default=1)):
        assert flags.detail(cast("FlagKey[Any]", flag), {}).error_code is not None
        assert flags.value(cast("FlagKey[Any]", flag), {}) == getattr(flag, "default", None)


def values_of_python() -> None:
    _, flags = client()

    def is_on(**attributes: Any) -> bool:
        return flags.variation("x", FlagContext.user("ada", **attributes), False)

    moment = datetime(2027, 1, 1, tzinfo=timezone(timedelta(hours=-1)))
    assert [is_on(role=Role.ADMIN), is_on(role="admin"), is_on(role="x")] == [True, True, False]
    assert [is_on(n=True), is_on(n=1), is_on(n=1.0), is_on(n="1")] == [False, True, True, True]
    assert [is_on(n=10**300), is_on(n=10**400), is_on(n=math.nan)] == [True, False, False]
    assert [is_on(at=moment), is_on(at=moment - timedelta(hours=2))] == [True, False]
    assert [is_on(at=date(2027, 1, 1)), is_on(at=datetime(2030, 1, 1))] == [True, False]
    assert [is_on(tags=("a",)), is_on(tags=[True]), is_on(tags=[1.0])] == [True, False, True]
    assert flags.variation("x", {"targetingKey": "ada", "role": "admin"}, False)
    assert flags.variation("x", {"kind": "user", "key": "ada", "role": "admin"}, False)


def answers_are_the_callers_own() -> None:
    data = TestFlagData()
    data.flag("list").value({"a": [1, {"b": 2}]})
    flags = data.client()
    first: Any = flags.variation("list", None, {})
    first["a"][1]["b"] = 3
    assert flags.variation("list", None, {}) == {"a": [1, {"b": 2}]}
    assert flags.variation("list", None, None) == {"a": [1, {"b": 2}]}
    assert flags.variation("list", None, "text") == "text"
    number = data.flag("number")
    for value, kind in ((5, int), (5.0, int), (2**60, int), (1.5, float), (True, bool)):
        number.value(value)
        assert type(flags.variation("number", None)) is kind, value
    assert flags.variation("number", None, 1) == 1


def rulesets_that_are_none() -> None:
    flag = {"state": "on", "variations": {"a": 1}, "fallthrough": {"variation": "a"}}
    nested: Any = {"op": "attribute", "of": {"kind": "user", "path": ["a"]}, "tests": []}
    for _ in range(5_000):
        nested = {"op": "not", "of": nested}
    broken: list[Any] = [
        None, 5, [], {}, Evil(), {"format": 1}, {"format": 1, "flags": Evil()},
        {"format": 1, "flags": {"x": {**flag, "variations": {"a": deep(100_000)}}}},
        {"format": 1, "flags": {"x": {**flag, "rules": [{"if": nested, "serve": {}}]}}},
        {"format": 1, "flags": {"x": Evil()}}, {"format": True, "flags": {"x": flag}},
        {"format": 1, "flags": {"x": {**flag, "variations": {"a": math.nan}}}},
        {"format": 1, "flags": {"x": {**flag, "variations": {"a": object()}}}},
    ]  # fmt: skip
    for ruleset in broken:
        outcome = Evaluator(ruleset).evaluate("x", {})
        assert outcome.error_code in ("PARSE_ERROR", "FLAG_NOT_FOUND"), ruleset
        given = FlagClient(mode="offline", bootstrap=ruleset)
        assert given.variation("x", {}, "default") == "default"


def patterns_that_take_long() -> None:
    split = {"op": "split", "to": 1, "or": 2}
    program = {
        "pattern": "(a*)*b",
        "start": 0,
        "code": [split, {"op": "char", "ranges": [97, 97], "to": 0},
                 {"op": "split", "to": 0, "or": 3},
                 {"op": "char", "ranges": [98, 98], "to": 4}, {"op": "match"}],
    }  # fmt: skip
    test = {"is": "matches", "programs": [program]}
    condition = {"op": "attribute", "of": {"kind": "user", "path": ["t"]}, "tests": [test]}
    data = TestFlagData()
    data.flag("x").rule(condition, "on").fallthrough("off")
    flags = data.client()
    for text, expected in (
        ("a" * 8191 + "b", True),
        ("a" * 8192, False),
        ("a" * 8192 + "b", False),
    ):
        assert flags.variation("x", FlagContext.user("ada", t=text), None) is expected


def numbers_beyond_json() -> None:
    assert read_json("[1e400, 9007199254740993, 123456789012345678901]") == [
        math.inf,
        2**53,
        int(123456789012345678901.0),
    ]
    assert read_json("1" * 5_000) == math.inf
    for text in ("NaN", "Infinity", "[-Infinity]"):
        try:
            read_json(text)
        except ValueError:
            continue
        raise AssertionError(text)


def events_cut_anywhere() -> None:
    text = "\ufeffdata: é\r\rdata\ndata:  b\r\nevent: put\r\n\r\n: c\n\nretry: 7\ndata: c\n\nid: 1\n\ndata: lost"
    octets = text.encode()
    expected = [Event("message", "é"), Event("put", "\n b"), Event("message", "c")]
    for size in range(1, len(octets) + 1):
        reader = EventReader()
        pieces = [octets[at : at + size] for at in range(0, len(octets), size)]
        assert [event for piece in pieces for event in reader.read(piece)] == expected, size
        assert reader.retry == 0.007


def patches_that_do_not_fit() -> None:
    held = VersionedRuleset(
        "one", {"format": 1, "flags": {"a": {"n": 1}, "b": {}}, "plans": "in-context"}
    )
    patch: dict[str, Any] = {
        "format": 1,
        "from": "one",
        "version": "two",
        "revision": 2,
        "madeAt": 0,
    }
    made = patched(held, json.dumps({**patch, "flags": {"a": None, "c": {}}, "plans": None}))
    assert made is not None and made.version == "two"
    assert made.ruleset["flags"] == {"b": {}, "c": {}} and "plans" not in made.ruleset
    assert held.ruleset["flags"] == {"a": {"n": 1}, "b": {}}
    hopeless: list[Any] = [
        {**patch, "from": "x"},
        {**patch, "flags": 5},
        {**patch, "format": 2},
        [],
        5,
    ]
    for wrong in hopeless:
        assert patched(held, json.dumps(wrong)) is None, wrong
    assert patched(None, json.dumps(patch)) is None and patched(held, "{") is None


def counts_of_many_threads() -> None:
    data = TestFlagData()
    data.flag("x").value(1)
    observer = Observer(ReportOptions(), lambda: 0)
    evaluator = Evaluator(data.ruleset)

    def serve() -> None:
        for number in range(2_000):
            context = FlagContext.user(f"user-{number}")
            observer.served(evaluator.evaluate("x", context), context, 0)

    threads = [threading.Thread(target=serve) for _ in range(8)]
    for thread in threads:
        thread.start()
    observer.turn_over(data.ruleset)
    for thread in threads:
        thread.join()
    (report,) = observer.take()
    assert [count.times for count in report.counts] == [16_000]
    assert len(report.contexts) == 100
    assert observer.take() == []


def listeners_that_fail() -> None:
    problems: list[str] = []
    data = TestFlagData()
    flags = FlagClient(mode="offline", bootstrap="{", on_problem=problems.append)
    assert (flags.status, problems) == ("OFF", ["the bootstrap is no ruleset"])
    told: list[tuple[str, ...]] = []
    heard = data.client()

    def fail(change: object) -> None:
        raise RuntimeError("no")

    heard.on_change("*", fail)
    unsubscribe = heard.on_change("x", lambda change: told.append(change.keys))
    data.flag("x").value(1)
    data.flag("y").value(1)
    data.flag("x").value(True)
    unsubscribe()
    data.flag("x").value(3)
    assert told == [("x",), ("x",), ("x",)], told
    heard.close()
    data.flag("x").value(4)
    assert (heard.status, heard.variation("x", None, 0)) == ("OFF", 3)


sys.setrecursionlimit(1_000)
sys.setswitchinterval(1e-5)
contexts_of_all_kinds()
values_of_python()
answers_are_the_callers_own()
rulesets_that_are_none()
patterns_that_take_long()
numbers_beyond_json()
events_cut_anywhere()
patches_that_do_not_fit()
counts_of_many_threads()
listeners_that_fail()
print("every part was run")
