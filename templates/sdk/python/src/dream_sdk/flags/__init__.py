"""Flags, evaluated in this process: ``FlagClient`` and ``AsyncFlagClient``.

Everything is imported when it is first used, so that constants of flags cost next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._all_flags import AllFlags
    from ._async_client import AsyncFlagClient
    from ._changes import FlagChange
    from ._client import FlagClient
    from ._context import FlagContext
    from ._evaluation.contract import ErrorCode, EvaluationDetail, Reason, StickyAssignments
    from ._key import FlagKey
    from ._reports.options import ReportOptions
    from ._settings import FlagMode
    from ._status import FlagStatus, FlagStatusChange
    from ._testing.test_flag import TestFlag
    from ._testing.test_flag_data import TestFlagData
    from ._timing import FlagTiming
    from ._updates.versioned import VersionedRuleset

__all__ = [
    "AllFlags",
    "AsyncFlagClient",
    "ErrorCode",
    "EvaluationDetail",
    "FlagChange",
    "FlagClient",
    "FlagContext",
    "FlagKey",
    "FlagMode",
    "FlagStatus",
    "FlagStatusChange",
    "FlagTiming",
    "Reason",
    "ReportOptions",
    "StickyAssignments",
    "TestFlag",
    "TestFlagData",
    "VersionedRuleset",
]

if not TYPE_CHECKING:
    _MODULES = {
        "_all_flags": ("AllFlags",),
        "_async_client": ("AsyncFlagClient",),
        "_changes": ("FlagChange",),
        "_client": ("FlagClient",),
        "_context": ("FlagContext",),
        "_evaluation.contract": ("ErrorCode", "EvaluationDetail", "Reason", "StickyAssignments"),
        "_key": ("FlagKey",),
        "_reports.options": ("ReportOptions",),
        "_settings": ("FlagMode",),
        "_status": ("FlagStatus", "FlagStatusChange"),
        "_testing.test_flag": ("TestFlag",),
        "_testing.test_flag_data": ("TestFlagData",),
        "_timing": ("FlagTiming",),
        "_updates.versioned": ("VersionedRuleset",),
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
