"""Dream for Python: ``Dream`` and ``AsyncDream``.

Everything is imported when it is first used, so that importing this package takes next to no time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._version import API_VERSION, VERSION

if TYPE_CHECKING:
    from ._async_client import AsyncDream
    from ._client import Dream
    from ._core.async_byte_stream import AsyncByteStream
    from ._core.async_event_stream import AsyncEventStream
    from ._core.async_paged import AsyncPaged
    from ._core.byte_stream import ByteStream
    from ._core.client_base import ClientOptions
    from ._core.decoded import RawAnswer
    from ._core.errors import (
        AbortedError,
        ApiConnectionError,
        ApiTimeoutError,
        AuthenticationError,
        AuthorizationError,
        ConfigurationError,
        ConflictError,
        DreamError,
        NotFoundError,
        PaginationError,
        PlatformError,
        RateLimitError,
        ResponseError,
        ServerError,
        ValidationError,
        WebhookSignatureError,
    )
    from ._core.event_stream import EventStream
    from ._core.hooks import RequestInfo
    from ._core.model import Model, Unknown
    from ._core.omit import OMIT, Omit
    from ._core.options import CallOptions
    from ._core.paged import Paged
    from ._core.server_events import ServerEvent
    from ._core.signal import AbortSignal
    from ._core.webhooks import construct_event, sign_test_event
    from .types._events import DreamEvent, ReceivedEvent, ThinEvent, UnknownEvent

__version__ = VERSION

__all__ = [
    "API_VERSION",
    "OMIT",
    "AbortSignal",
    "AbortedError",
    "ApiConnectionError",
    "ApiTimeoutError",
    "AsyncByteStream",
    "AsyncDream",
    "AsyncEventStream",
    "AsyncPaged",
    "AuthenticationError",
    "AuthorizationError",
    "ByteStream",
    "CallOptions",
    "ClientOptions",
    "ConfigurationError",
    "ConflictError",
    "Dream",
    "DreamError",
    "DreamEvent",
    "EventStream",
    "Model",
    "NotFoundError",
    "Omit",
    "Paged",
    "PaginationError",
    "PlatformError",
    "RateLimitError",
    "RawAnswer",
    "ReceivedEvent",
    "RequestInfo",
    "ResponseError",
    "ServerError",
    "ServerEvent",
    "ThinEvent",
    "Unknown",
    "UnknownEvent",
    "ValidationError",
    "WebhookSignatureError",
    "__version__",
    "construct_event",
    "sign_test_event",
]

if not TYPE_CHECKING:
    _MODULES = {
        "_async_client": ("AsyncDream",),
        "_client": ("Dream",),
        "_core.async_byte_stream": ("AsyncByteStream",),
        "_core.async_event_stream": ("AsyncEventStream",),
        "_core.async_paged": ("AsyncPaged",),
        "_core.byte_stream": ("ByteStream",),
        "_core.client_base": ("ClientOptions",),
        "_core.decoded": ("RawAnswer",),
        "_core.event_stream": ("EventStream",),
        "_core.hooks": ("RequestInfo",),
        "_core.model": ("Model", "Unknown"),
        "_core.omit": ("OMIT", "Omit"),
        "_core.options": ("CallOptions",),
        "_core.paged": ("Paged",),
        "_core.server_events": ("ServerEvent",),
        "_core.signal": ("AbortSignal",),
        "_core.webhooks": ("construct_event", "sign_test_event"),
        "types._events": ("DreamEvent", "ReceivedEvent", "ThinEvent", "UnknownEvent"),
    }

    def __getattr__(name):
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        # What stands in no list is an error.
        found = (module for module, names in _MODULES.items() if name in names)
        value = getattr(import_module(f".{next(found, '_core.errors')}", __name__), name)
        globals()[name] = value
        return value

    def __dir__():
        return __all__
