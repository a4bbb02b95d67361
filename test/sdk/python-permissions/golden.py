"""The golden questions about permissions: how many were asked, and those answered otherwise, as JSON."""

from __future__ import annotations

import json
import sys
from typing import Any

from dream_sdk.permissions import (
    RolePolicy,
    has_all_permissions,
    has_any_permission,
    matches_permission,
)


def lines(name: str) -> list[Any]:
    with open(f"test/conformance/permissions/golden/{name}.ndjson", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


POLICIES = {line["name"]: RolePolicy(line["payload"]) for line in lines("policies")}


def matching(line: Any) -> bool:
    wanted: bool = line["matches"]
    return matches_permission(line["granted"], line["asked"]) is wanted


def lists(line: Any) -> bool:
    asked, granted = line["asked"], line["granted"]
    found = [has_any_permission(granted, asked), has_all_permissions(granted, asked)]
    wanted: list[bool] = [line["any"], line["all"]]
    return found == wanted


def answers(line: Any) -> bool:
    policy = POLICIES[line["of"]]
    wanted: str = line["answer"]
    return policy.can(line["roles"], line["permission"], line.get("resource")) == wanted


def grants(line: Any) -> bool:
    found = POLICIES[line["of"]].permissions_of(line["roles"], line.get("resourceType"))
    given = [
        {"permission": one.permission}
        | ({} if one.condition is None else {"condition": one.condition})
        for one in found
    ]
    wanted: list[dict[str, str]] = line["permissions"]
    return given == wanted


report = {}
for judge in (matching, lists, answers, grants):
    asked = lines(judge.__name__)
    wrong = [line for line in asked if not judge(line)]
    report[judge.__name__] = {"asked": len(asked), "wrong": wrong[:3]}
json.dump(report, sys.stdout)
