"""How long the body of an answer is, as its head says."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterable

# More digits than any body has bytes.
_LENGTH = re.compile(r"[0-9]{1,18}")


def body_length(headers: Iterable[tuple[str, str]]) -> int | None:
    """The bytes that ``Content-Length`` tells of; None where it tells nothing that counts. Raises an
    ``HTTPException`` for one that cannot be, and for two that differ: the next answer would be
    taken from within this one."""
    told: set[str] = set()
    is_in_chunks = False
    for name, value in headers:
        if name.lower() == "content-length":
            told.update(part.strip(" \t") for part in value.split(","))
        elif name.lower() == "transfer-encoding":
            is_in_chunks = value.lower() == "chunked"
    if is_in_chunks or not told:
        return None
    lengths = [int(one) for one in told if _LENGTH.fullmatch(one)]
    if len(lengths) < len(told) or len(set(lengths)) > 1:
        raise http.client.HTTPException("a Content-Length that cannot be")
    return lengths[0]
