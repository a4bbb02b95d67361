"""Entitlements asked locally: ``EntitlementClient`` and ``AsyncEntitlementClient``.

Everything is imported when it is first used; whoever has no asyncio loads none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._async_client import AsyncEntitlementClient
    from ._client import EntitlementClient

__all__ = ["AsyncEntitlementClient", "EntitlementClient"]

if not TYPE_CHECKING:
    _MODULES = {"AsyncEntitlementClient": "_async_client", "EntitlementClient": "_client"}

    def __getattr__(name):
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f".{module}", __name__), name)
        globals()[name] = value
        return value

    def __dir__():
        return __all__
