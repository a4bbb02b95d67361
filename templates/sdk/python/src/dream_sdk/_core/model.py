"""What the server answers with: objects over the JSON that came."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from .json_value import as_list, as_object

Decoder = Callable[[Any], Any]
Fields = dict[str, tuple[str, Decoder | None]]

_SECRET_NAMES = ("secret", "token", "password", "privatekey", "masterkey")
_SECRET_STARTS = ("sk_", "whsec_", "eyJ")


class Model:
    """An object of an answer.

    Fields are read as attributes, and made of the JSON when they are first read. One that the
    server left out is None. What this SDK does not know is kept in ``raw``.
    """

    raw: dict[str, Any]
    """The object as it came, names as on the wire. It is not to be changed."""

    _made: ClassVar[Fields]

    def __init__(self, raw: dict[str, Any]) -> None:
        members = as_object(raw)
        if members is None:
            raise TypeError(f"{type(self).__name__} is made of an object.")
        self.__dict__["raw"] = members

    @staticmethod
    def _fields() -> Fields:
        """Fields whose name differs on the wire, or which are more than plain JSON."""
        return {}

    @classmethod
    def _table(cls) -> Fields:
        # Made when a field is first read: most programs read a few of all the types there are.
        if "_made" not in cls.__dict__:
            cls._made = cls._fields()
        return cls._made

    if not TYPE_CHECKING:
        # Hidden from type checkers, which would take any misspelt field for one.

        def __getattr__(self, name: str) -> Any:
            # Only called for what is not read yet: from then on the value is a plain attribute.
            kind = type(self)
            if name.startswith("_") or name not in kind.__annotations__:
                raise AttributeError(
                    f"{kind.__name__} has no field {name!r}; what the server sent is in .raw."
                )
            wire, decode = kind._table().get(name, (name, None))
            value = self.raw.get(wire)
            if value is not None and decode is not None:
                value = decode(value)
            self.__dict__[name] = value
            return value

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is an answer, and stays as it came.")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is an answer, and stays as it came.")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Model):
            return NotImplemented
        return self.raw == other.raw

    __hash__ = None  # type: ignore[assignment]

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *type(self).__annotations__})

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.raw,))

    def __repr__(self) -> str:
        shown = [f"{name}={_shown(name, value)}" for name, value in self.raw.items()]
        return f"{type(self).__name__}({', '.join(shown)})"

    def to_dict(self) -> dict[str, Any]:
        """A copy of the object as it came, of which nothing is shared with this one."""
        from copy import deepcopy

        return deepcopy(self.raw)


class Unknown(Model):
    """One arm of a union that came after this SDK was made. Everything is in ``raw``."""


def list_of(decode: Decoder) -> Decoder:
    """Reads a list, item by item."""

    def read(value: Any) -> Any:
        items = as_list(value)
        if items is None:
            return value
        return [None if item is None else decode(item) for item in items]

    return read


def map_of(decode: Decoder) -> Decoder:
    """Reads an object with any keys, value by value."""

    def read(value: Any) -> Any:
        members = as_object(value)
        if members is None:
            return value
        return {key: None if item is None else decode(item) for key, item in members.items()}

    return read


def nested(kind: type[Model]) -> Decoder:
    """Reads an object; anything else stays as it is."""

    def read(value: Any) -> Any:
        members = as_object(value)
        return value if members is None else kind(members)

    return read


def one_of(field: str, arms: Mapping[str, type[Model]]) -> Decoder:
    """Reads one of several objects, told apart by the text of a field."""

    def read(value: Any) -> Any:
        members = as_object(value)
        if members is None:
            return value
        return arms.get(str(members.get(field)), Unknown)(members)

    return read


def fitting(arms: tuple[tuple[type[Model], tuple[str, ...]], ...]) -> Decoder:
    """Reads the first of several objects whose required fields are all there."""

    def read(value: Any) -> Any:
        members = as_object(value)
        if members is None:
            return value
        for kind, required in arms:
            if all(name in members for name in required):
                return kind(members)
        return Unknown(members)

    return read


def each_of(*ways: Decoder) -> Decoder:
    """Reads what may be of several kinds. Each of the ways leaves what is not of its kind as it is."""

    def read(value: Any) -> Any:
        for way in ways:
            value = way(value)
        return value

    return read


def plain(value: Any) -> Any:
    """JSON as it came."""
    return value


def nothing(value: Any) -> None:
    """For answers that hold nothing anybody asked for."""


def _shown(name: str, value: Any) -> str:
    members, items = as_object(value), as_list(value)
    if members is not None:
        return f"{{{', '.join(f'{key!r}: {_shown(key, item)}' for key, item in members.items())}}}"
    if items is not None:
        return f"[{', '.join(_shown(name, item) for item in items)}]"
    folded = name.replace("_", "").replace("-", "").lower()
    is_secret = isinstance(value, str) and (
        folded.endswith(_SECRET_NAMES) or value.startswith(_SECRET_STARTS)
    )
    return "'…'" if is_secret else repr(value)
