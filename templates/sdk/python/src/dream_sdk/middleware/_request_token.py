"""The token of a request, as far as it can be judged without the server."""

from __future__ import annotations

import base64
import re
import time
from typing import Any, NoReturn

from .._core.errors import AuthenticationError
from .._core.json_value import as_object, read_json

# Characters; the server takes none that is nearly as long.
_LONGEST = 8192
# Seconds by which clocks may differ: what is over in between is for the server to say.
_LEEWAY = 60
_BEARER = re.compile(r"bearer +(\S+) *", re.IGNORECASE)
_PART = re.compile(r"[A-Za-z0-9_-]+")
_REVISION = re.compile(r"[0-9]{1,15}")


def bearer_token(authorization: str | None) -> str | None:
    """The token behind ``Bearer``; None where there is none."""
    found = None if authorization is None else _BEARER.fullmatch(authorization)
    return None if found is None else found[1]


def checked_token(token: Any) -> str:
    """The token. Raises an ``AuthenticationError`` where there is none, it is no signed JWT, or it
    is over.

    Nothing of it is verified here: that is the server's to do, which is not asked about what
    cannot be a token that is good.
    """
    if not isinstance(token, str) or token == "":
        _refuse("auth/missing-credentials", "The request has no token.")
    claims = None if len(token) > _LONGEST else _claims_of(token.split("."))
    if claims is None:
        _refuse("auth/malformed-token", "The token is no signed JWT.")
    if _end_of(claims) + _LEEWAY < time.time():
        _refuse("auth/expired-token", "The token is over.")
    return token


def token_end(token: str) -> float:
    """When a token is over that was checked: seconds since 1970."""
    return _end_of(_claims_of(token.split(".")))


def token_revision(token: str) -> int | None:
    """The revision of the policy at which a token was made that was checked; None where it does not
    say."""
    version: Any = (_claims_of(token.split(".")) or {}).get("policyVersion")
    first = version.partition(".")[0] if isinstance(version, str) else ""
    return int(first) if _REVISION.fullmatch(first) else None


_NOTHING = object()


def _claims_of(parts: list[str]) -> dict[str, Any] | None:
    """None where they are not the three parts of a signed JWT."""
    if len(parts) != 3 or _PART.fullmatch(parts[2]) is None or _decoded(parts[0]) is _NOTHING:
        return None
    return as_object(_decoded(parts[1]))


def _decoded(part: str) -> Any:
    """JSON in base64url."""
    if _PART.fullmatch(part) is None:
        return _NOTHING
    try:
        octets = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
        text = octets.decode("utf-8", "replace").removeprefix("\ufeff")
        return read_json(text)
    except (ValueError, RecursionError):
        return _NOTHING


def _end_of(claims: dict[str, Any] | None) -> float:
    end: Any = (claims or {}).get("exp")
    if isinstance(end, bool) or not isinstance(end, (int, float)):
        return float("inf")
    try:
        return float(end)
    except OverflowError:
        return float("inf") if end > 0 else float("-inf")


def _refuse(code: str, message: str) -> NoReturn:
    raise AuthenticationError(code=code, message=message, user_message="Please sign in.")
