"""Does what a call asks for, one thing after the other."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, TypeVar

from .effects import Ask, Close, Effect, Emit, Exchange, Program, Read, Rest, Wait
from .errors import AbortedError, ConfigurationError, DreamError
from .frames import forget_frames

if TYPE_CHECKING:
    from .sync_transport import SyncTransport

T = TypeVar("T")


def iterate(program: Program[T], transport: SyncTransport) -> Generator[Any, None, T]:
    """Yields what the program emits. A stream that is left open is closed with the iteration."""
    result: Any = None
    failure: Exception | None = None
    stream: Any = None
    try:
        while True:
            try:
                effect = program.send(result) if failure is None else program.throw(failure)
            except StopIteration as end:
                value: T = end.value
                return value
            result, failure = None, None
            if isinstance(effect, Emit):
                yield effect.value
                continue
            try:
                result = _done(effect, transport)
            except Exception as error:
                failure = error
            except BaseException as error:
                # The process was told to end.
                forget_frames(error)
                raise error
            if isinstance(effect, Exchange) and result is not None:
                stream = result.stream
            elif isinstance(effect, (Rest, Close)):
                stream = None
    finally:
        # Its traceback leads here: what is let go of would stay until somebody looks for cycles, and
        # a body in reports of errors.
        result, failure = None, None
        program.close()
        if stream is not None:
            transport.close_stream(stream)


def run(program: Program[T], transport: SyncTransport) -> T:
    """The result of a program that emits nothing."""
    steps = iterate(program, transport)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: T = end.value
            return value


def _done(effect: Effect, transport: SyncTransport) -> Any:
    if isinstance(effect, Exchange):
        return transport.exchange(effect)
    if isinstance(effect, Read):
        return transport.read(effect)
    if isinstance(effect, Rest):
        return transport.rest(effect)
    if isinstance(effect, Close):
        return transport.close_stream(effect.stream)
    if isinstance(effect, Wait):
        return _wait(effect)
    if isinstance(effect, Ask):
        return _ask(effect)
    raise TypeError(f"Nobody does {effect!r}.")


def _wait(effect: Wait) -> None:
    if effect.signal is None:
        time.sleep(effect.seconds)
    elif effect.signal.wait(effect.seconds):
        raise AbortedError("The call was ended by its signal.")


def _ask(effect: Ask) -> Any:
    try:
        value = effect.function()
    except Exception as error:
        raise DreamError("The function that gets the user token failed.") from error
    if hasattr(value, "__await__"):
        if hasattr(value, "close"):
            # It would complain that nobody awaited it.
            value.close()
        raise ConfigurationError("user_token gives an awaitable: that takes an AsyncDream.")
    return value
