"""How a client of permissions works."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from .._core.errors import ConfigurationError, DreamError, PlatformError

# Seconds between two questions for the sake of claims, and between two of those asked in turn.
LEAST_PAUSE = 1.0
# Whoever may not follow the stream will not be let in later.
_REFUSALS = (401, 403, 404)


class Settings(NamedTuple):
    """Attributes:
    interval: Seconds from an answer of the server to the next question.
    max_age: Seconds for which a policy counts that the server did not confirm.
    """

    interval: float
    max_age: float
    stream: bool
    on_problem: Callable[[str], object] | None

    def tell(self, error: Exception) -> object:
        """Says what went wrong to whoever wants to know; gives what they gave."""
        if self.on_problem is None:
            return None
        is_ours = isinstance(error, DreamError)
        problem = f"{type(error).__name__}: {error}" if is_ours else str(error)
        try:
            return self.on_problem(problem or "the policy could not be asked for")
        except Exception:
            # Whoever wants to be told must be able to listen.
            return None


def read_settings(
    refresh_interval: float,
    max_age: float,
    stream: bool,
    on_problem: Callable[[str], object] | None,
) -> Settings:
    """Raises a ``ConfigurationError`` for a time that is no number of seconds above 0."""
    interval = max(LEAST_PAUSE, _seconds("refresh_interval", refresh_interval))
    return Settings(interval, _seconds("max_age", max_age), stream, on_problem)


def is_refusal(error: Exception) -> bool:
    """Whether the stream is not for this key, and need not be asked for again."""
    return isinstance(error, PlatformError) and error.status in _REFUSALS


def _seconds(name: str, value: Any) -> float:
    if isinstance(value, (int, float)) and value > 0:
        return value
    raise ConfigurationError(f"{name} must be more than 0 seconds.")
