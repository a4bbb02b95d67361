"""Answers in the form of ASGI."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from ._error_answer import ErrorAnswer, is_about_body

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
AsgiApp = Callable[[Scope, Receive, Send], Awaitable[None]]
HeaderPairs = list[tuple[bytes, bytes]]


async def send_answer(answer: ErrorAnswer, send: Send, before: HeaderPairs) -> None:
    """Sends an error.

    Args:
        before: The headers that were set for what was to be answered.
    """
    content = answer.content
    texts = {**answer.headers, "Content-Length": str(len(content))}
    # Names stand in lower case in ASGI.
    headers = {name.lower().encode(): value.encode("latin-1") for name, value in texts.items()}
    kept = [one for one in before if one[0].lower() not in headers and not _is_about_body(one[0])]
    await send(
        {
            "type": "http.response.start",
            "status": answer.status,
            "headers": [*kept, *headers.items()],
        }
    )
    await send({"type": "http.response.body", "body": content})


def with_request_id(send: Send, request_id: str) -> Send:
    """Names the request in the answer, where the application has not."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = list(message.get("headers", ()))
            if all(name.lower() != b"x-request-id" for name, _ in headers):
                headers.append((b"x-request-id", request_id.encode()))
            message = {**message, "headers": headers}
        await send(message)

    return sent


class HeldStart:
    """Keeps the head of an answer back until its body begins: until then, an error may still take
    its place."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self.has_begun = False

    async def send(self, message: Message) -> None:
        kind = message["type"]
        if kind == "http.response.start" and not self.has_begun:
            self._start = message
            return
        if self._start is None and kind != "http.response.body":
            # Such as an early hint: the answer has not begun.
            await self._send(message)
            return
        await self._begin()
        await self._send(message)

    async def end(self) -> None:
        """The application is through: what is held back has nothing to wait for."""
        await self._begin()

    @property
    def headers(self) -> HeaderPairs:
        """Of the head that is held back."""
        return [] if self._start is None else list(self._start.get("headers", ()))

    async def _begin(self) -> None:
        self.has_begun = True
        start, self._start = self._start, None
        if start is not None:
            await self._send(start)


def _is_about_body(name: bytes) -> bool:
    return is_about_body(name.decode("latin-1"))
