"""Something that happens in the middle of what a thread does, line by line.

A function that the interpreter calls before each line stands in for a handler of the process, or
for a finalizer. What waits for itself never ends: programs that use this are given a time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def interrupted_at(
    line: int, is_meant: Callable[[FrameType], bool], handler: Callable[[], object], work: Any
) -> bool:
    """Calls the handler before the ``line``-th line of what is meant; false where there is none."""
    left = line
    is_done = False

    def trace(frame: FrameType, event: str, _value: Any) -> Any:
        nonlocal left, is_done
        if not is_meant(frame):
            return None
        if event == "line" and not is_done:
            left -= 1
            if left < 0:
                is_done = True
                handler()
        return trace

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(None)
    return is_done


def is_waiting(frame: FrameType) -> bool:
    """Of the SDK, or of what it waits by."""
    return str(frame.f_globals.get("__name__")).partition(".")[0] in ("dream_sdk", "threading")
