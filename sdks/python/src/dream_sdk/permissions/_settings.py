"""How a client of permissions works."""

from __future__ import annotations

from typing import Any, NamedTuple

from .._core.errors import ConfigurationError
from ._problem import OnProblem, problem_of, tell_problem

# Seconds between two questions for the sake of claims, and between two of those asked in turn.
LEAST_PAUSE = 1.0
# Seconds between two reports, and those for which the last of them is waited for.
_LEAST_REPORT_PAUSE = 0.1
LAST_REPORT = 5.0


class Settings(NamedTuple):
    """Attributes:
    interval: Seconds from an answer of the server to the next question.
    max_age: Seconds for which a policy counts that the server did not confirm.
    """

    interval: float
    max_age: float
    stream: bool
    on_problem: OnProblem | None

    def tell(self, error: Exception) -> object:
        """Says what went wrong to whoever wants to know; gives what they gave."""
        return tell_problem(self.on_problem, problem_of(error))


def read_settings(
    refresh_interval: float,
    max_age: float,
    stream: bool,
    on_problem: OnProblem | None,
) -> Settings:
    """Raises a ``ConfigurationError`` for a time that is no number of seconds above 0."""
    interval = max(LEAST_PAUSE, _seconds("refresh_interval", refresh_interval))
    return Settings(interval, _seconds("max_age", max_age), stream, on_problem)


def report_interval_of(name: str, seconds: float) -> float:
    """Raises a ``ConfigurationError`` for what is no number of seconds above 0."""
    return max(_LEAST_REPORT_PAUSE, _seconds(name, seconds))


def _seconds(name: str, value: Any) -> float:
    if isinstance(value, (int, float)) and value > 0:
        return value
    raise ConfigurationError(f"{name} must be more than 0 seconds.")
