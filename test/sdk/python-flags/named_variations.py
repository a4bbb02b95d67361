"""What a test may not say of a flag. Ends with a status other than 0 where the SDK takes it."""

import json
import math
import re
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dream_sdk.flags import FlagContext, TestFlagData

BOB = FlagContext.user("bob")
ADMIN = {"user.role": "admin"}
REFUSED = re.compile(r"The flag `theme` has no variation `\w*`: it has (`\w+`, `\w+`|none)\.")


def refused(call: Callable[[Any], object], flag: object) -> str:
    try:
        call(flag)
    except TypeError as error:
        return str(error)
    raise AssertionError("it was taken")


calls: list[Callable[[Any], object]] = [
    lambda flag: flag.fallthrough("dark"),
    lambda flag: flag.off_variation("dark"),
    lambda flag: flag.target("dark", "user", "ada"),
    lambda flag: flag.rule(ADMIN, "dark"),
    lambda flag: flag.rollout({"on": 1, "dark": 1}),
    lambda flag: flag.rollout({"on": 1, "dark": 0}),
    lambda flag: flag.variations({}),
    # The target that was set before gives `on`.
    lambda flag: flag.variations({"off": False, "dark": "dark"}),
]
for call in calls:
    data = TestFlagData()
    flag = data.flag("theme").target("on", "user", "bob").rule(ADMIN, "off")
    before = dict(data.ruleset)
    told = refused(call, flag)
    assert REFUSED.fullmatch(told), told
    assert data.ruleset == before
    assert data.client().variation("theme", BOB, False) is True

data = TestFlagData()
flag = data.flag("theme").target("on", "user", "bob").variations({"dark": "dark", "on": "on"})
assert data.client().variation("theme", BOB, "") == "on"
flag.value(7).variations({"dark": "dark"}).fallthrough("dark").off_variation("dark")
flag.rollout({"dark": 1})
assert data.client().variation("theme", BOB, "") == "dark"

for value in (uuid.uuid4(), math.nan, object(), [b"x"], {"a": {"b": math.inf}}):
    for call in (lambda flag: flag.value(value), lambda flag: flag.variations({"a": value})):
        told = refused(call, TestFlagData().flag("list"))
        assert told == "A value of the flag `list` is no JSON.", told
items = [1]
data.flag("list").value(items)
items.append(2)
data.flag("theme").off()
assert data.client().variation("list", BOB, [0]) == [1]

# What every language is tried with.
CASES = Path(__file__).parent.parent / "flag-data" / "named-variations.json"
for case in json.loads(CASES.read_text("utf-8")):
    data = TestFlagData()
    flag = data.flag("theme").rules(**case["rules"])
    before = dict(data.ruleset)
    if "refused" in case:
        told = refused(lambda one: one.variations(case["variations"]), flag)
        assert (told, data.ruleset) == (case["refused"], before), (case["title"], told)
    else:
        flag.variations(case["variations"])
        value = data.client().variation("theme", FlagContext.user("ann"), "the default")
        assert value == case["value"], (case["title"], value)
print("every part was run")
