"""The golden questions of the evaluators, asked of this one: those it answers otherwise, as JSON."""

from __future__ import annotations

import json
import sys
from typing import Any

from dream_sdk.flags._evaluation.contract import EvaluationDetail
from dream_sdk.flags._evaluation.evaluator import Evaluator
from dream_sdk.flags._evaluation.json_text import read_json


class Store:
    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, flag: str, unit: str) -> str | None:
        return self.kept.get(f"{flag} {unit}")

    def set(self, flag: str, unit: str, variation: str) -> None:
        self.kept[f"{flag} {unit}"] = variation


class Asked:
    """Of each ruleset two evaluators, with a store and without."""

    def __init__(self, line: dict[str, Any]) -> None:
        self.now = 0
        self.store = Store()
        self.contexts: list[Any] = line["contexts"]
        self.plain = Evaluator(line["ruleset"], now=lambda: self.now)
        self.sticky = Evaluator(line["ruleset"], now=lambda: self.now, sticky=self.store)


def lines(name: str) -> list[Any]:
    with open(f"test/conformance/flags/golden/{name}.ndjson", encoding="utf-8") as file:
        return [read_json(line) for line in file]


def same(one: Any, other: Any) -> bool:
    """As JSON: in Python, ``True`` and ``1`` would be the same."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def answer(question: dict[str, Any], asked: Asked) -> dict[str, Any]:
    asked.now = question["now"]
    asked.store.kept = dict(question.get("sticky", {}))
    evaluator = asked.sticky if "sticky" in question else asked.plain
    context = asked.contexts[question["context"]]
    outcome = evaluator.evaluate(question["flag"], context)
    told: EvaluationDetail[Any] = outcome.detail_or(question["default"])
    detail = told.to_dict()
    has_message = detail.pop("errorMessage", None) is not None
    return {
        "detail": detail,
        "value": outcome.value_or(question["default"]),
        "unit": outcome.because.unit,
        "stuck": asked.store.kept if "stuck" in question else None,
        "hasMessage": has_message,
    }


def wanted(question: dict[str, Any]) -> dict[str, Any]:
    return {
        "detail": question["detail"],
        "value": question["detail"]["value"],
        "unit": question.get("unit"),
        "stuck": question.get("stuck"),
        "hasMessage": "errorCode" in question["detail"],
    }


rulesets = {line["name"]: Asked(line) for line in lines("rulesets")}
questions = lines("questions")
wrong = [
    {"question": question, "answer": given}
    for question in questions
    if not same(given := answer(question, rulesets[question["of"]]), wanted(question))
]
json.dump({"asked": len(questions), "wrong": len(wrong), "first": wrong[:3]}, sys.stdout)
