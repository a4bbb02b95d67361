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
from .signal import AbortSignal


BROKEN = (OSError, EOFError, OverflowError, http.client.HTTPException)
"""What a connection raises that breaks, or says what nobody can mean, such as a size of a thousand
digits."""


def refuse_aborted(signal: AbortSignal | None) -> None:
    """Raises an ``AbortedError`` once the signal has come."""
    if signal is not None and signal.is_aborted:
        raise AbortedError("The call was ended by its signal.")


def failure_of(error: Exception, signal: AbortSignal | None) -> NoReturn:
    """Raises what a failure while sending or reading is called here."""
    refuse_aborted(signal)
    if isinstance(error, DreamError):
        raise error
    if isinstance(error, TimeoutError):
        raise ApiTimeoutError("No answer came in time.") from error
    if isinstance(error, BROKEN):
        raise ApiConnectionError(f"No answer came: {_words(error)}.") from error
    if isinstance(error, ValueError):
        # The library's own words name the value, which may be a key.
        raise ConfigurationError("A header has a name or a value that cannot be sent.") from None
    raise error


def _words(error: Exception) -> str:
    if isinstance(error, http.client.IncompleteRead):
        return "it broke off"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__
