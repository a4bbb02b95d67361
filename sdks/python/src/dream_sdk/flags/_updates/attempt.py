"""How asking the server went. Whoever asks never raises: what went wrong is one of these."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Attempt(NamedTuple):
    """One question.

    Attributes:
        outcome: ``refused``: the key is not let in, and will not be by asking again.
        problem: For developers: what went wrong. It never holds keys.
        status: Of the answer, where there was one that said so.
        retry_after: Seconds that the server asks to be left alone.
    """

    outcome: Literal["answered", "refused", "failed"]
    problem: str = ""
    status: int | None = None
    retry_after: float | None = None


ANSWERED = Attempt("answered")


def failed(problem: str) -> Attempt:
    return Attempt("failed", problem)
