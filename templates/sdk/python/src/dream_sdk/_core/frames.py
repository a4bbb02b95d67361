"""What an error came through on its way."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType


def forget_frames(error: BaseException) -> None:
    """Of a failure, or of what ended a call, and of what led to it; while it is handled.

    Their variables, which reports of errors show, are those of whatever sent keys and read what
    came, in libraries as well. What is raised on is raised by its name: by a bare ``raise``, Python
    3.10 has them back.
    """
    handled = sys.exc_info()[1]
    callers = _callers(handled)
    seen: set[int] = set()
    left: list[BaseException | None] = [error, handled]
    while left:
        one = left.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        trace = one.__traceback__
        # What the program was handling when it called is its own, and all that led to it.
        if trace is None or trace.tb_frame not in callers:
            one.__traceback__ = None
            left += [one.__cause__, one.__context__]


def _callers(handled: BaseException | None) -> set[FrameType]:
    """The frames around the one that handles it."""
    trace = None if handled is None else handled.__traceback__
    frame = None if trace is None else trace.tb_frame.f_back
    callers: set[FrameType] = set()
    while frame is not None:
        callers.add(frame)
        frame = frame.f_back
    return callers
