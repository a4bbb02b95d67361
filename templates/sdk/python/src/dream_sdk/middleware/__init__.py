"""Who is asking an application, what they may do, and how its errors look.

``dream_sdk.middleware.wsgi`` is for Flask, Django and whatever else speaks WSGI,
``dream_sdk.middleware.asgi`` for Starlette, FastAPI and others that speak ASGI. Each is imported
by its own name, so that nobody loads the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..permissions._answer_reports import DecisionSink
    from ._error_answer import ErrorAnswer, NotAdmitted
    from ._request_context import FlagAttributes
    from ._settings import HeaderReader, OnError, PermissionSource

__all__ = [
    "DecisionSink",
    "ErrorAnswer",
    "FlagAttributes",
    "HeaderReader",
    "NotAdmitted",
    "OnError",
    "PermissionSource",
]

if not TYPE_CHECKING:
    _MODULES = {
        "_decided_here": ("DecisionSink",),
        "_error_answer": ("ErrorAnswer", "NotAdmitted"),
        "_request_context": ("FlagAttributes",),
        "_settings": ("HeaderReader", "OnError", "PermissionSource"),
    }

    def __getattr__(name):
        for module, names in _MODULES.items():
            if name in names:
                from importlib import import_module

                value = getattr(import_module(f".{module}", __name__), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__():
        return __all__
