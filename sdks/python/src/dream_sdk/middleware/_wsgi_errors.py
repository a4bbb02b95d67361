"""Answers what an application raises that speaks WSGI."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from ._error_answer import ErrorAnswer
from ._wsgi_answers import Environ, HeaderList, StartResponse, WsgiApp, send_answer


class Instead(NamedTuple):
    """An error, which takes the place of all that is still to come."""

    pieces: Iterable[bytes]


class AnsweredErrors:
    """One request, whose errors are answered until its own answer has begun."""

    def __init__(
        self,
        answer_to: Callable[[BaseException], ErrorAnswer],
        environ: Environ,
        start_response: StartResponse,
    ) -> None:
        self._answer_to = answer_to
        self._environ = environ
        self._start_response = start_response
        self._headers: HeaderList = []
        self._has_begun = False

    def call(self, app: WsgiApp) -> Iterable[bytes]:
        """What the application answers, or an error."""
        try:
            body = app(self._environ, self._start)
        except Exception as error:
            return self._answer(error)
        return body if isinstance(body, (list, tuple)) else _AnsweredBody(self, body)

    def next_piece(self, pieces: Iterator[bytes]) -> bytes | Instead:
        """The next one that is not empty: with it, the answer begins."""
        try:
            piece = next(pieces)
            while not piece and not self._has_begun:
                piece = next(pieces)
        except StopIteration:
            raise
        except Exception as error:
            return Instead(self._answer(error))
        self._has_begun = True
        return piece

    def _answer(self, error: Exception) -> Iterable[bytes]:
        if self._has_begun:
            # Only the server can break it off.
            raise error
        answer = self._answer_to(error)
        return send_answer(
            answer, self._environ, self._start_response, self._headers, sys.exc_info()
        )

    def _start(
        self, status: str, headers: HeaderList, exc_info: Any = None
    ) -> Callable[[bytes], object]:
        self._headers = headers
        write = self._start_response(status, headers, exc_info)

        def begin(octets: bytes) -> object:
            self._has_begun = True
            return write(octets)

        return begin


class _AnsweredBody:
    def __init__(self, request: AnsweredErrors, body: Iterable[bytes]) -> None:
        self._request = request
        self._body = body
        self._pieces: Iterator[bytes] | None = None

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self._pieces is None:
            # What an application has no pieces of is found out where they are asked for.
            self._pieces = _pieces_of(self._body)
        piece = self._request.next_piece(self._pieces)
        # What else an application gives in place of bytes is for the server to take or to refuse.
        if not isinstance(piece, Instead):
            return piece
        self._pieces = iter(piece.pieces)
        return next(self._pieces)

    def close(self) -> None:
        close = getattr(self._body, "close", None)
        if close is not None:
            close()


def _pieces_of(body: Iterable[bytes]) -> Iterator[bytes]:
    # Not ``yield from``, which would close what the server closes.
    for piece in body:
        yield piece
