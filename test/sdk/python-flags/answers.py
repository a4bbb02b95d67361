"""Answers of the evaluator to rulesets that come as lines of JSON, with all their flags."""

from __future__ import annotations

import json
import sys
from typing import Any

from dream_sdk.flags._evaluation.evaluator import Evaluator
from dream_sdk.flags._evaluation.json_text import read_json


class Store:
    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, flag: str, unit: str) -> str | None:
        return self.kept.get(f"{flag} {unit}")

    def set(self, flag: str, unit: str, variation: str) -> None:
        self.kept[f"{flag} {unit}"] = variation


def answers(case: dict[str, Any]) -> list[Any]:
    evaluator = Evaluator(case["ruleset"], now=lambda: case["now"], sticky=Store())
    return [
        [_told(evaluator, flag, context) for flag in case["flags"]] for context in case["contexts"]
    ]


def _told(evaluator: Evaluator, flag: str, context: Any) -> Any:
    outcome = evaluator.evaluate(flag, context)
    detail = outcome.detail_or(None).to_dict()
    detail.pop("errorMessage", None)
    unit = outcome.because.unit
    return {**detail, **({} if unit is None else {"unit": unit})}


for line in sys.stdin:
    print(json.dumps(answers(read_json(line))))
