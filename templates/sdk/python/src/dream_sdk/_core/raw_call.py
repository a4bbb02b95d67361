"""Calls a method again on a resource that writes down how it went."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .connection import Connection
from .decoded import RawAnswer
from .errors import ConfigurationError

if TYPE_CHECKING:
    from .async_resource import AsyncResourceBase
    from .resource import ResourceBase


def recording_method(
    method: Callable[..., Any], kind: type[ResourceBase] | type[AsyncResourceBase]
) -> tuple[Callable[..., Any], Connection[Any]]:
    """The same method of a copy of its resource, and the connection of that copy."""
    resource = getattr(method, "__self__", None)
    if not isinstance(resource, kind):
        raise ConfigurationError("raw takes a method of a resource, such as client.tenants.get.")
    copy, connection = resource.recording()
    call: Callable[..., Any] = getattr(copy, getattr(method, "__name__"))  # noqa: B009
    return call, connection


def answered_with(value: Any, connection: Connection[Any]) -> RawAnswer[Any]:
    """The value with the answer that the connection wrote down."""
    if not connection.record:
        raise ConfigurationError("raw is for calls that are answered once: iterate over streams.")
    return RawAnswer(value, connection.record[-1])
