"""An attempt that came to nothing."""

from __future__ import annotations

import time
from typing import Any

from .answer import Answer
from .effects import Program, Rest
from .errors import DreamError
from .hooks import RequestInfo
from .platform_errors import error_of
from .signal import AbortSignal


class Failure:
    """Why an attempt failed, and what the server says about another one."""

    __slots__ = ("error", "info", "is_worth_retrying", "retry_after", "stream")

    def __init__(
        self,
        error: Program[DreamError],
        info: RequestInfo,
        *,
        is_worth_retrying: bool,
        retry_after: float | None,
        stream: Any = None,
    ) -> None:
        # Made only where it is raised: that takes the body of the answer, of which the head has
        # said already whether there is another attempt.
        self.error = error
        # What hooks are told of the attempt.
        self.info = info
        self.is_worth_retrying = is_worth_retrying
        self.retry_after = retry_after
        # Of the answer, not read yet.
        self.stream = stream


def known(error: DreamError) -> Program[DreamError]:
    """An error that there is already."""
    yield from ()
    return error


def told_by(answer: Answer, signal: AbortSignal | None) -> Program[DreamError]:
    """The error that an answer is, with what comes of its body."""
    answer.body = yield Rest(answer.stream, signal)
    return error_of(answer, time.time())
