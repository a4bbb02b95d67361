"""What a server answered, before anything is made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from .json_value import as_list, as_object

_SHORTEST_KEY = 8


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

    def mapped(self, change: Callable[[str], str]) -> Headers:
        """The same names with other values."""
        return Headers([(name, change(value)) for name, value in self._values.items()])


class Answer:
    """An answer with its whole body, or with the body that is still to be read."""

    __slots__ = ("body", "headers", "keys", "status", "stream")

    def __init__(self, status: int, headers: Headers, body: bytes, stream: Any = None) -> None:
        self.status = status
        self.headers = headers
        self.body = body
        # Whatever the transport reads on from; nobody else looks inside.
        self.stream = stream
        # What the request was known by. No error shows it, though a proxy may send it back.
        self.keys: Sequence[str] = ()

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace").removeprefix("\ufeff")

    @property
    def shown_text(self) -> str:
        """The text as errors have it, with ``…`` for keys and tokens."""
        return self._without_keys(self.text)

    @property
    def shown_headers(self) -> Headers:
        """The headers as errors have them, with ``…`` for keys and tokens."""
        return self.headers.mapped(self._without_keys)

    def shown(self, value: Any) -> Any:
        """A copy of JSON as errors have it. Raises a ``RecursionError`` where it is too deep."""
        if isinstance(value, str):
            return self._without_keys(value)
        items, members = as_list(value), as_object(value)
        if items is not None:
            return [self.shown(item) for item in items]
        if members is not None:
            return {self._without_keys(key): self.shown(item) for key, item in members.items()}
        return value

    def _without_keys(self, text: str) -> str:
        return without_keys(text, self.keys)

    @property
    def request_id(self) -> str | None:
        return self.headers.get("x-request-id")


def without_keys(text: str, keys: Sequence[str]) -> str:
    """The text as errors and hooks have it, with ``…`` for keys and tokens of a request."""
    for key in keys:
        # A shorter one would be found in words that have nothing to do with it.
        if len(key) >= _SHORTEST_KEY:
            text = text.replace(key, "…")
    return text
