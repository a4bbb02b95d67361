"""What a server answered, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class Headers(Mapping[str, str]):
    """The headers of an answer. Names are found in any case, and given in lower case."""

    __slots__ = ("_values",)

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._values: dict[str, str] = {}
        for name, value in pairs:
            key = name.lower()
            known = self._values.get(key)
            self._values[key] = value if known is None else f"{known}, {value}"

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return repr(self._values)


class Answer:
    """An answer with its whole body, or with the body that is still to be read."""

    __slots__ = ("body", "headers", "status", "stream")

    def __init__(self, status: int, headers: Headers, body: bytes, stream: Any = None) -> None:
        self.status = status
        self.headers = headers
        self.body = body
        # Whatever the transport reads on from; nobody else looks inside.
        self.stream = stream

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace").removeprefix("\ufeff")

    @property
    def request_id(self) -> str | None:
        return self.headers.get("x-request-id")
