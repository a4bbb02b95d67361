"""What a call wants from the outside, as plain values.

Retries, lists and streams are written once, as generators that yield these. The sync client
does what they ask for with ``http.client`` and ``sleep``, the async one with ``asyncio``.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, TypeVar

from .answer import Headers
from .signal import AbortSignal

T = TypeVar("T")


class Request:
    """One request as it goes out."""

    __slots__ = ("body", "headers", "method", "target", "url")

    def __init__(
        self, method: str, url: str, target: str, headers: dict[str, str], body: bytes | None
    ) -> None:
        self.method = method
        # Without the query: this is what hooks are told.
        self.url = url
        self.target = target
        self.headers = headers
        self.body = body

    @property
    def keys(self) -> list[str]:
        """What it is known by, and what no text may show: a proxy may send it back."""
        named = [self.headers.get(name, "") for name in ("authorization", "x-publishable-key")]
        return [text for text in (one.rpartition(" ")[2] for one in named) if text]


class Exchange:
    """Send this and give the ``Answer``, or raise an ``ApiConnectionError``."""

    __slots__ = ("is_streamed", "on_head", "request", "signal", "timeout")

    def __init__(
        self,
        request: Request,
        timeout: float,
        signal: AbortSignal | None,
        *,
        on_head: Callable[[int, Headers], None],
        is_streamed: bool,
    ) -> None:
        self.request = request
        self.timeout = timeout
        self.signal = signal
        # Called with the status and the headers, before the body is read.
        self.on_head = on_head
        # The body of a success is not read: the answer has a stream. So has every other answer,
        # whose head says whether its body is wanted.
        self.is_streamed = is_streamed


class Read:
    """Give some more bytes of a stream; none at its end."""

    __slots__ = ("signal", "stream", "timeout")

    def __init__(
        self, stream: Any, signal: AbortSignal | None, timeout: float | None = None
    ) -> None:
        self.stream = stream
        self.signal = signal
        # Seconds in which they must come, where that matters.
        self.timeout = timeout


class Rest:
    """Give what is left of the body of an answer that went wrong, or what came of it before it
    broke off. Its connection is let go of, or kept for the next request."""

    __slots__ = ("signal", "stream")

    def __init__(self, stream: Any, signal: AbortSignal | None) -> None:
        self.stream = stream
        self.signal = signal


class Close:
    """Let go of a stream, read or not."""

    __slots__ = ("stream",)

    def __init__(self, stream: Any) -> None:
        self.stream = stream


class Wait:
    """Wait so many seconds, or raise an ``AbortedError`` when the signal comes."""

    __slots__ = ("seconds", "signal")

    def __init__(self, seconds: float, signal: AbortSignal | None) -> None:
        self.seconds = seconds
        self.signal = signal


class Ask:
    """Call this and give what it gives; the async client awaits that where it can be awaited."""

    __slots__ = ("function", "signal", "timeout")

    def __init__(
        self, function: Callable[[], Any], signal: AbortSignal | None, timeout: float
    ) -> None:
        self.function = function
        self.signal = signal
        # Seconds for what is awaited; a function that blocks cannot be ended.
        self.timeout = timeout


class Emit:
    """Hand this to whoever iterates."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


Effect = Exchange | Read | Rest | Close | Wait | Ask | Emit
Program = Generator[Effect, Any, T]
"""Something that is done by yielding effects, with a result at the end."""
