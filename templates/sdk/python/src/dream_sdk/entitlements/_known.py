"""What the server said of all entitlements of a tenant."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .._core.errors import (
    ApiConnectionError,
    ConfigurationError,
    RateLimitError,
    ResponseError,
    ServerError,
)
from .._core.instant import instant
from .._core.json_value import as_object
from .._core.model import Model

if TYPE_CHECKING:
    from .._core.decoded import RawAnswer
    from ..types.entitlements import EntitlementAccess

Known = Mapping[str, "EntitlementAccess"]


def require_tenant(tenant: Any) -> None:
    """Raises a ``ConfigurationError`` for what is no text, or a blank one: without a tenant, the
    server would be asked about that of the client."""
    if not isinstance(tenant, str) or not tenant.strip():
        raise ConfigurationError("Entitlements are those of a tenant: give its id.")


def known_by(answer: RawAnswer[dict[str, EntitlementAccess]]) -> Known:
    """Raises a ``ResponseError`` for an answer that is no object of objects."""
    value: Any = answer.value
    members = as_object(value)
    if members is None:
        raise _unreadable(answer, "entitlements are no object")
    known = {key: access for key, access in members.items() if access is not None}
    # What is an object was read as one.
    if not all(isinstance(access, Model) for access in known.values()):
        raise _unreadable(answer, "an entitlement is no object")
    return known


def _unreadable(answer: RawAnswer[Any], why: str) -> ResponseError:
    return ResponseError(
        f"The server answered in a form that was not to be: {why}",
        status=answer.status,
        headers=answer.headers,
        body="",
    )


def access_to(known: Known, feature: Any) -> EntitlementAccess:
    """For a key that no entitlement has, what the server says of such a key."""
    access = known.get(feature) if isinstance(feature, str) else None
    if access is not None:
        return access
    from ..types.entitlements import EntitlementAccess

    return EntitlementAccess(
        {"entitled": False, "type": "unknown", "reason": "unknown_entitlement"}
    )


def until_first_end(known: Known) -> float:
    """Seconds until an override ends or a count starts again."""
    now = time.time()
    ends = (
        _seconds(access.raw.get(name))
        for access in known.values()
        for name in ("expiresAt", "resetsAt")
    )
    return max(0.0, min((end - now for end in ends if end is not None), default=float("inf")))


def _seconds(written: Any) -> float | None:
    """Since 1970; None for what is no instant."""
    try:
        read = instant(written)
        return read.timestamp() if isinstance(read, datetime) else None
    except (OverflowError, ValueError):
        return None


def may_pass(error: BaseException) -> bool:
    """Whether the server may answer well again soon."""
    return isinstance(error, (ApiConnectionError, RateLimitError, ServerError))
