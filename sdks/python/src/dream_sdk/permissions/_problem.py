"""What goes wrong, in a sentence, and who is told of it."""

from __future__ import annotations

from collections.abc import Callable

from .._core.errors import DreamError, PlatformError

OnProblem = Callable[[str], object]

# Whoever may not do it now will not be let in later.
_REFUSALS = (401, 403, 404)


def problem_of(error: Exception) -> str:
    """What an error says. Errors of the SDK show no keys."""
    is_ours = isinstance(error, DreamError)
    problem = f"{type(error).__name__}: {error}" if is_ours else str(error)
    return problem or type(error).__name__


def tell_problem(on_problem: OnProblem | None, problem: str) -> object:
    """Tells whoever wants to know; gives what they gave."""
    if on_problem is None:
        return None
    try:
        return on_problem(problem)
    except Exception:
        # Whoever wants to be told must be able to listen.
        return None


def is_refusal(error: Exception) -> bool:
    """Whether it is not for this key, and need not be tried again."""
    return isinstance(error, PlatformError) and error.status in _REFUSALS
