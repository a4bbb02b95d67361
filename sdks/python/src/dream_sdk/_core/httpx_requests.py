"""What both transports over httpx have in common."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from .answer import Answer, Headers
from .effects import Exchange
from .errors import ConfigurationError
from .origin import Origin


class HttpxRequests:
    """Makes requests to one server, and reads what is said of them."""

    def __init__(self, base_url: str) -> None:
        self._origin = Origin(base_url)
        self._base_url = base_url.rstrip("/")
        # Typed as nothing in particular: type checkers need not have it, as others need not.
        self._httpx: Any = import_module("httpx")
        self._written_url = _written_url(self._httpx.URL)

    def request_of(self, effect: Exchange) -> Any:
        """What httpx sends; nothing of it is httpx's own but how long the body is."""
        asked = effect.request
        target = (self._origin.path + asked.target).encode("ascii")
        given = {"accept-encoding": "identity", **asked.headers}
        headers = [(name.encode("ascii"), one.encode("latin-1")) for name, one in given.items()]
        # Whoever waits has a clock of its own: these are for what nobody waits for any more.
        names = ("connect", "read", "write", "pool")
        timeout: dict[str, float | None] = {name: effect.timeout for name in names}
        if effect.is_streamed:
            timeout["read"] = None
        request = self._httpx.Request(
            asked.method,
            self._base_url + asked.target,
            headers=headers,
            content=b"" if asked.body is None else asked.body,
            extensions={"timeout": timeout},
        )
        if request.url.raw_path != target:
            # Not by the extension ``target``: a proxy that is asked for a connection would be told
            # that in place of where to.
            request.url = self._written_url(request.url, target)
        return request

    def named(self, error: Exception) -> Exception:
        """The failure as the standard library calls it."""
        httpx = self._httpx
        if isinstance(error, httpx.TimeoutException):
            return _caused(TimeoutError(str(error)), error)
        if isinstance(error, (httpx.LocalProtocolError, httpx.InvalidURL)):
            return _caused(ValueError("a header"), error)
        if isinstance(error, httpx.RemoteProtocolError):
            # With no cause: that quotes what came, in which a proxy may have sent keys back.
            return ConnectionError(0, type(error).__name__)
        if isinstance(error, (httpx.HTTPError, httpx.StreamError)):
            return _caused(ConnectionError(0, type(error).__name__), error)
        return error

    @staticmethod
    def head_of(response: Any, stream: Any) -> Answer:
        """An answer whose body is still to be read, from the stream."""
        return Answer(
            response.status_code, Headers(list(response.headers.multi_items())), b"", stream
        )


def _written_url(kind: Any) -> Callable[[Any, bytes], Any]:
    """Makes addresses whose path is sent as it is written, whatever httpx would make of it."""
    written: Any = type("WrittenUrl", (kind,), {"raw_path": property(lambda url: url.target)})

    def make(url: Any, target: bytes) -> Any:
        made = written(url)
        made.target = target
        return made

    return make


def check_sync(client: Any) -> None:
    """Refuses what is no ``httpx.Client``."""
    if not hasattr(client, "send") or not hasattr(client, "close"):
        raise ConfigurationError("http_client of a Dream is an httpx.Client.")


def check_async(client: Any) -> None:
    """Refuses what is no ``httpx.AsyncClient``."""
    if not hasattr(client, "send") or not hasattr(client, "aclose"):
        raise ConfigurationError("http_client of an AsyncDream is an httpx.AsyncClient.")


def _caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error
