"""What the claims of a token say of roles, and for how long that counts."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from typing import Any

# A longer number is above every revision there is.
_REVISION = re.compile(r"[0-9]{1,15}")


def are_over(claims: Mapping[str, Any]) -> bool:
    """Whether the time is past for which the claims say anything."""
    if "accessUntil" not in claims:
        return False
    until = claims["accessUntil"]
    return not (isinstance(until, (int, float)) and until > time.time())


def are_newer(claims: Mapping[str, Any], revision: float) -> bool:
    """Whether the token knows of an apply that the policy does not; also where it does not say
    legibly."""
    if "policyVersion" not in claims:
        return False
    known = _REVISION.fullmatch(str(claims["policyVersion"]).partition(".")[0])
    return known is None or int(known[0]) > revision
