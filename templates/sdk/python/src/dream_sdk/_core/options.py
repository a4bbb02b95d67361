"""What a single call may say for itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from .signal import AbortSignal


class CallOptions(TypedDict, total=False):
    """Go over the settings of the client, for one call.

    Attributes:
        tenant: The tenant that the call is about; None names none.
        version: ``Dream-Version``
        timeout: Seconds for one attempt.
        max_retries: Attempts beyond the first.
        signal: Ends the call from outside.
        headers: Sent besides those of the client; a header of None is left out.
        idempotency_key: The key of something that changes something, in place of a random one.
    """

    tenant: str | None
    version: str
    timeout: float
    max_retries: int
    signal: AbortSignal
    headers: Mapping[str, str | None]
    idempotency_key: str
