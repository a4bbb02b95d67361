"""What the errors of the standard library are to the callers of this SDK."""

from __future__ import annotations

import http.client
from typing import NoReturn

from .errors import (
    AbortedError,
    ApiConnectionError,
    ApiTimeoutError,
    ConfigurationError,
    DreamError,
)
from .frames import forget_frames
from .signal import AbortSignal

BROKEN = (OSError, EOFError, OverflowError, http.client.HTTPException)
"""What a connection raises that breaks, or says what nobody can mean, such as a size of a thousand
digits."""


_ABORTED = "The call was ended by its signal."


def refuse_aborted(signal: AbortSignal | None) -> None:
    """Raises an ``AbortedError`` once the signal has come."""
    if signal is not None and signal.is_aborted:
        raise AbortedError(_ABORTED)


def failure_of(error: Exception, signal: AbortSignal | None) -> NoReturn:
    """Raises what a failure while sending or reading is called here; while it is handled."""
    if signal is not None and signal.is_aborted:
        forget_frames(error)
        # What came before the end may be quoted in it.
        del error
        raise AbortedError(_ABORTED) from None
    if isinstance(error, DreamError) or not isinstance(error, (*BROKEN, ValueError)):
        raise error
    forget_frames(error)
    if isinstance(error, TimeoutError):
        raise ApiTimeoutError("No answer came in time.") from error
    if isinstance(error, OSError):
        raise ApiConnectionError(f"No answer came: {_words(error)}.") from error
    words, is_sent = _words(error), isinstance(error, ValueError)
    # Not even in a variable: such an error quotes what could not be sent, which may be a key, or
    # what came, in which a proxy may have sent one back.
    del error
    if is_sent:
        raise ConfigurationError("A header has a name or a value that cannot be sent.") from None
    raise ApiConnectionError(f"No answer came: {words}.") from http.client.HTTPException(words)


def _words(error: Exception) -> str:
    if isinstance(error, http.client.IncompleteRead):
        return "it broke off"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__
