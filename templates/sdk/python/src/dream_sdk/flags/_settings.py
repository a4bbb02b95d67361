"""How a client works; what was not said, or makes no sense, as is usual."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from .._core.errors import ConfigurationError
from .._core.headers import is_token
from ._evaluation.asked import Now
from ._evaluation.contract import StickyAssignments
from ._evaluation.evaluator import system_clock
from ._reports.options import ReportOptions
from ._timing import FlagTiming
from ._updates.server import Server
from ._updates.versioned import VersionedRuleset, read_versioned

FlagMode = Literal["streaming", "polling", "offline"]
"""``streaming``: changes arrive as they happen; polls while streams cannot be had. ``polling``:
asks now and then. ``offline``: evaluates the bootstrap and nothing else, without a network."""

Source = Callable[[Callable[[VersionedRuleset], None]], Callable[[], None]]
"""Brings rulesets from elsewhere than a server, until what it returns is called."""

_SHORTEST_INTERVAL = 1.0


class Settings(NamedTuple):
    """Attributes:
    bootstrap: None where there is none, or what was given is no ruleset.
    reports: None: nothing about evaluations leaves the process.
    server: None: there is none to ask.
    """

    mode: FlagMode
    poll_interval: float
    bootstrap: VersionedRuleset | None
    reports: ReportOptions | None
    sticky: StickyAssignments | None
    timing: FlagTiming
    now: Now
    server: Server | None


def read_settings(
    *,
    secret_key: str | None,
    base_url: str | None,
    mode: FlagMode,
    poll_interval: float,
    bootstrap: VersionedRuleset | Mapping[str, Any] | str | None,
    reports: ReportOptions | bool,
    sticky: StickyAssignments | None,
    timing: FlagTiming,
    clock: Callable[[], float] | None,
    on_problem: Callable[[str], None],
) -> Settings:
    held = None if bootstrap is None else read_versioned(bootstrap)
    if bootstrap is not None and held is None:
        on_problem("the bootstrap is no ruleset")
    server: Server | None = None
    if mode != "offline":
        try:
            server = _server(secret_key, base_url, timing.timeout)
        except ConfigurationError as error:
            on_problem(str(error))
    options = ReportOptions() if reports is True else reports or None
    return Settings(
        mode,
        max(_SHORTEST_INTERVAL, poll_interval),
        held,
        options if server is not None else None,
        sticky,
        timing,
        system_clock if clock is None else _milliseconds(clock),
        server,
    )


def _server(secret_key: str | None, base_url: str | None, timeout: float) -> Server:
    key = secret_key or os.environ.get("DREAM_SECRET_KEY")
    url = base_url or os.environ.get("DREAM_BASE_URL")
    if not key or not url:
        raise ConfigurationError("Without secret_key and base_url there is no server to ask.")
    if key.startswith("pk_"):
        raise ConfigurationError("The key is for browsers and gets no rules.")
    if not is_token(key):
        raise ConfigurationError("secret_key is no key.")
    if not url.lower().startswith(("http://", "https://")):
        raise ConfigurationError("base_url must be an http(s) address.")
    return Server(url, key, timeout)


def _milliseconds(clock: Callable[[], float]) -> Now:
    return lambda: round(clock() * 1000)
