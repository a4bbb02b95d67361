"""Does what a call asks for, and lets other tasks go on meanwhile."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from .effects import Ask, Close, Effect, Emit, Exchange, Program, Read, Rest, Wait
from .errors import ApiTimeoutError, DreamError
from .frames import forget_frames
from .until_aborted import until_aborted

if TYPE_CHECKING:
    from .async_transport import AsyncTransport

T = TypeVar("T")


async def iterate(program: Program[Any], transport: AsyncTransport) -> AsyncGenerator[Any, None]:
    """Yields what the program emits. A stream that is left open is closed with the iteration."""
    result: Any = None
    failure: Exception | None = None
    stream: Any = None
    try:
        while True:
            try:
                effect = program.send(result) if failure is None else program.throw(failure)
            except StopIteration:
                return
            result, failure = None, None
            if isinstance(effect, Emit):
                yield effect.value
                continue
            try:
                result = await _done(effect, transport)
            except Exception as error:
                failure = error
            except BaseException as error:
                # The task was cancelled, or the process told to end.
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


async def run(program: Program[T], transport: AsyncTransport) -> T:
    """The result of a program that emits nothing."""
    result: Any = None
    failure: Exception | None = None
    try:
        while True:
            try:
                effect = program.send(result) if failure is None else program.throw(failure)
            except StopIteration as end:
                value: T = end.value
                return value
            result, failure = None, None
            try:
                result = await _done(effect, transport)
            except Exception as error:
                failure = error
            except BaseException as error:
                # The task was cancelled, or the process told to end.
                forget_frames(error)
                raise error
    finally:
        result, failure = None, None
        program.close()


async def _asked(effect: Ask) -> Any:
    import asyncio

    try:
        return await asyncio.wait_for(_given_by(effect.function), effect.timeout)
    except asyncio.TimeoutError as error:
        raise ApiTimeoutError("No user token came in time.") from error


async def _given_by(function: Callable[[], Any]) -> Any:
    try:
        value = function()
        return await value if hasattr(value, "__await__") else value
    except Exception as error:
        raise DreamError("The function that gets the user token failed.") from error


async def _done(effect: Effect, transport: AsyncTransport) -> Any:
    if isinstance(effect, Exchange):
        return await transport.exchange(effect)
    if isinstance(effect, Read):
        return await transport.read(effect)
    if isinstance(effect, Rest):
        return await transport.rest(effect)
    if isinstance(effect, Close):
        return transport.close_stream(effect.stream)
    if isinstance(effect, Wait):
        # Not before it is needed: resources have their async classes beside the others.
        import asyncio

        return await until_aborted(asyncio.sleep(effect.seconds), effect.signal)
    if isinstance(effect, Ask):
        return await until_aborted(_asked(effect), effect.signal)
    raise TypeError(f"Nobody does {effect!r}.")
