"""Rulesets with their versions, and patches of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from .._evaluation.absent import ABSENT, is_nothing
from .._evaluation.json_text import read_json
from .._evaluation.read import Source, is_record, own


class VersionedRuleset(NamedTuple):
    """A ruleset and the version that the server knows it by, which is also its entity tag."""

    version: str
    ruleset: Mapping[str, Any]

    def to_json(self) -> str:
        """What another client takes as its bootstrap."""
        return json.dumps({"version": self.version, "ruleset": self.ruleset})


def read_versioned(given: Any) -> VersionedRuleset | None:
    """From JSON that somebody sent or kept; None where it is none. Never raises."""
    try:
        value: Any = read_json(given) if isinstance(given, str) else given
        if isinstance(value, VersionedRuleset):
            value = value._asdict()
        version, ruleset = own(value, "version"), own(value, "ruleset")
        is_one = isinstance(version, str) and is_record(ruleset) and own(ruleset, "format") == 1
        if not is_one or not is_record(own(ruleset, "flags")):
            return None
        # The evaluator reads the rest of it with the same care, flag by flag.
        return VersionedRuleset(version, ruleset)
    except Exception:
        return None


def patched(held: VersionedRuleset | None, text: str) -> VersionedRuleset | None:
    """What a patch makes of the ruleset that is held; None where it does not fit, or is none. It
    fits the one ruleset whose version is its ``from``. Never raises."""
    try:
        patch = read_json(text)
        if held is None or own(patch, "format") != 1 or own(patch, "from") != held.version:
            return None
        return read_versioned({"version": patch["version"], "ruleset": _applied(held, patch)})
    except Exception:
        return None


def _applied(held: VersionedRuleset, patch: Source) -> dict[str, Any]:
    ruleset = dict(held.ruleset)
    ruleset["revision"], ruleset["madeAt"] = patch["revision"], patch["madeAt"]
    for part in ("flags", "segments", "entitlements", "tenants", "sensitive"):
        changed = own(patch, part)
        if changed is not ABSENT:
            ruleset[part] = _merged(ruleset.get(part) or {}, changed)
    plans = own(patch, "plans")
    if plans is None:
        ruleset.pop("plans", None)
    elif not is_nothing(plans):
        ruleset["plans"] = plans
    return ruleset


def _merged(entries: Source, changed: Source) -> dict[str, Any]:
    # Null takes an entry away.
    return {key: value for key, value in {**entries, **changed}.items() if value is not None}
