"""How conditions of tests become those of a ruleset."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .._conditions.compile_condition import compile_condition
from .._evaluation.read import is_record
from .check_condition import check_condition

CompileExpression = Callable[[str, bool], Mapping[str, Any]]
"""Makes instructions (``start`` and ``code``) of a pattern in RE2's syntax; the second argument
says whether case is ignored. Raises where it cannot."""


class TestConditions:
    """A condition becomes what it does for production."""

    # Not a class of tests, though it is named like one.
    __test__ = False

    def __init__(
        self, compile_expression: CompileExpression | None, is_segment: Callable[[str], bool]
    ) -> None:
        self._compile_expression = compile_expression
        self._is_segment = is_segment

    def compiled(self, condition: Mapping[str, Any], salt: str) -> dict[str, Any]:
        """Raises ``TypeError`` for one that a file would not be let through with, and for
        ``matches`` where nobody has said how expressions are compiled."""
        if is_record(condition) and isinstance(condition.get("op"), str):
            return dict(condition)
        check_condition(condition, self._is_segment)
        return compile_condition(condition, salt, self._program)

    def _program(self, pattern: str, ignores_case: bool) -> dict[str, Any]:
        if self._compile_expression is None:
            raise TypeError(
                f"The pattern {pattern!r} needs a compiler: "
                "TestFlagData(ruleset, compile_expression=…), or begin with the ruleset of a "
                "server, which has compiled its own."
            )
        program = self._compile_expression(pattern, ignores_case)
        return {"pattern": f"(?i){pattern}" if ignores_case else pattern, **program}
