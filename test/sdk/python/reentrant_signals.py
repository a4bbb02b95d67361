"""A signal that is given by what interrupts a thread: a handler of the process, or a finalizer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

from interrupting import interrupted_at

from dream_sdk import AbortSignal
from dream_sdk._core.interruption import Interruption


class Connection:
    """Counts how often it is interrupted."""

    def __init__(self) -> None:
        self.count = 0

    def interrupt(self) -> None:
        self.count += 1


def subscribing_tells_once() -> None:
    line = 0
    while True:
        signal = AbortSignal()
        told: list[str] = []
        code = AbortSignal.subscribe.__code__
        if not interrupted_at(
            line,
            _runs(code),
            signal.abort,
            lambda: signal.subscribe(lambda: told.append("once")),
        ):
            break
        assert told == ["once"], (line, told)
        line += 1
    assert line > 2, line


def ends_however_it_is_interrupted() -> None:
    steps: list[tuple[CodeType, Callable[[AbortSignal, Any], object]]] = [
        (AbortSignal.abort.__code__, lambda signal, _: signal.abort()),
        (AbortSignal._unsubscribe.__code__, lambda signal, _: signal.subscribe(lambda: None)()),
        (Interruption.end.__code__, lambda signal, one: Interruption(signal, one).end()),
        (Interruption._interrupt.__code__, lambda signal, one: _told(signal, one)),
    ]
    for code, step in steps:
        line = 0
        while True:
            signal = AbortSignal()
            connection = Connection()
            work = _work(step, signal, connection)
            if not interrupted_at(line, _runs(code), signal.abort, work):
                break
            assert signal.is_aborted, (code.co_name, line)
            line += 1
        assert line > 0, code.co_name


def _runs(code: CodeType) -> Callable[[FrameType], bool]:
    return lambda frame: frame.f_code is code


def _work(step: Any, signal: AbortSignal, connection: Connection) -> Callable[[], object]:
    return lambda: step(signal, connection)


def _told(signal: AbortSignal, connection: Any) -> None:
    Interruption(signal, connection)
    signal.abort()
    assert connection.count >= 1, connection.count


subscribing_tells_once()
ends_however_it_is_interrupted()
sys.stdout.write("every part was run")
