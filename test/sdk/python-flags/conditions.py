"""What ``TestFlagData`` makes of conditions that come as lines of JSON: the rule, or that it is refused."""

from __future__ import annotations

import json
import sys
from typing import Any

from dream_sdk.flags import TestFlagData
from dream_sdk.flags._evaluation.json_text import read_json

data = TestFlagData().segment("pilots", {"include": {"tenant": ["acme"]}})


def compiled(condition: Any) -> Any:
    flag = data.remove("x").flag("x")
    try:
        flag.rule(condition, "on")
    except TypeError:
        return "refused"
    return data.ruleset["flags"]["x"]["rules"][0]["if"]


for line in sys.stdin:
    print(json.dumps(compiled(read_json(line))))
