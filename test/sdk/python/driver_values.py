"""Values of cases, and what cases are told of values and errors."""

import base64
import keyword
import math
import re
from datetime import datetime
from typing import Any

from dream_sdk import DreamError, Model

NAMES = {"ApiConnectionError": "ConnectionError", "ApiTimeoutError": "TimeoutError"}
MEMBERS = {
    "code": "code",
    "status": "status",
    "message": "message",
    "user_message": "userMessage",
    "param": "param",
    "request_id": "requestId",
    "details": "details",
    "retry_after": "retryAfter",
    "body": "body",
}
UNDEFINED = object()


def snake(name: str) -> str:
    own = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    own = re.sub(r"[^A-Za-z0-9]+", "_", own).lower()
    return f"{own}_" if keyword.iskeyword(own) else own


def value_of(value: Any) -> Any:
    """A value of a case, with what JSON has no form for."""
    if isinstance(value, list):
        return [value_of(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$instant" in value:
        return datetime.fromisoformat(value["$instant"].replace("Z", "+00:00"))
    if "$undefined" in value:
        return UNDEFINED
    if "$bytes" in value:
        return base64.b64decode(value["$bytes"])
    members = {name: value_of(item) for name, item in value.items()}
    return {name: item for name, item in members.items() if item is not UNDEFINED}


def json_of(value: Any) -> Any:
    """A value of the SDK as JSON."""
    if isinstance(value, Model):
        # What nobody reads is not decoded: every field is read, so that none of them breaks.
        for name in type(value).__annotations__:
            getattr(value, name)
        return value.raw
    if isinstance(value, list):
        return [json_of(item) for item in value]
    if isinstance(value, dict):
        return {name: json_of(item) for name, item in value.items()}
    # A number that no double holds has no form, as in the other languages.
    return None if isinstance(value, float) and not math.isfinite(value) else value


def described(error: DreamError) -> dict[str, Any]:
    """An error as test/conformance/sdk/README.md has it."""
    kinds = [kind for kind in type(error).__mro__ if issubclass(kind, DreamError)]
    names = [NAMES.get(kind.__name__, kind.__name__) for kind in kinds]
    members = {wire: json_of(getattr(error, name, None)) for name, wire in MEMBERS.items()}
    return {"class": names[0], "is": names, "text": str(error), **members}
