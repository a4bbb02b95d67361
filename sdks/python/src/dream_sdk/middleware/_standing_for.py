"""Functions that frameworks take for others."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def standing_for(view: Callable[P, T]) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Gives a function the name, the text and the signature of a view. Frameworks read from the
    signature what the view is to be called with; types that stand there as texts, they would look
    for in the module of the function."""

    def stand(function: Callable[P, T]) -> Callable[P, T]:
        standing: Any = functools.wraps(view)(function)
        try:
            standing.__signature__ = inspect.signature(view, eval_str=True)
        except Exception:
            # Names that only type checkers know: then it is as it is written.
            return function
        return function

    return stand
