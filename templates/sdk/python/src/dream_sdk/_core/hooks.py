"""What hooks are told. Keys, tokens, bodies and headers are no part of it."""

from __future__ import annotations

from collections.abc import Callable


class RequestInfo:
    """A request, or what came of it.

    Attributes:
        operation: The id of the operation: ``tenants.get``.
        method: ``GET``
        url: The address without its query.
        attempt: 1 for the first.
        status: Of the answer; None where there is none.
        seconds: How long the attempt took; None before it is made.
        request_id: Of the answer, where it has one.
        delay: Seconds that are waited before the next attempt; for ``on_retry`` only.
    """

    __slots__ = (
        "attempt",
        "delay",
        "method",
        "operation",
        "request_id",
        "seconds",
        "status",
        "url",
    )

    def __init__(self, operation: str, method: str, url: str, attempt: int) -> None:
        self.operation = operation
        self.method = method
        self.url = url
        self.attempt = attempt
        self.status: int | None = None
        self.seconds: float | None = None
        self.request_id: str | None = None
        self.delay: float | None = None

    def __repr__(self) -> str:
        told = [f"{name}={getattr(self, name)!r}" for name in self.__slots__]
        return f"RequestInfo({', '.join(told)})"


Hook = Callable[[RequestInfo], None]


def tell(hook: Hook | None, info: RequestInfo) -> None:
    """Tells a hook. What it raises changes nothing."""
    if hook is None:
        return
    try:
        hook(info)
    except Exception:
        return
