"""How a client works; what was not said, or makes no sense, as is usual."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from .._core.errors import ConfigurationError
from .._core.exact_text import exact_text
from .._core.headers import is_token
from .._core.settings import is_address
from ._evaluation.asked import Now
from ._evaluation.contract import StickyAssignments
from ._evaluation.evaluator import system_clock
from ._reports.options import ReportOptions, read_report_options
from ._timing import FlagTiming, seconds_of
from ._updates.server import Server
from ._updates.versioned import VersionedRuleset, read_versioned

FlagMode = Literal["streaming", "polling", "offline"]
"""``streaming``: changes arrive as they happen; polls while streams cannot be had. ``polling``:
asks now and then. ``offline``: evaluates the bootstrap and nothing else, without a network."""

Source = Callable[[Callable[[VersionedRuleset], None]], Callable[[], None]]
"""Brings rulesets from elsewhere than a server, until what it returns is called."""

_SHORTEST_INTERVAL = 1.0
_SHORTEST_TIME = 0.001
_USUAL_INTERVAL = 30.0
_LONGEST_INTERVAL = 86_400.0


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


class Given(NamedTuple):
    """The settings as they were given, of whatever type: who does not check types is not told by an
    exception."""

    secret_key: Any
    base_url: Any
    mode: Any
    poll_interval: Any
    bootstrap: Any
    reports: Any
    sticky: Any
    timing: Any
    clock: Any


def read_settings(given: Given, on_problem: Callable[[str], None]) -> Settings:
    """What can be meant of them; of the rest is told, and the usual taken. Never raises."""
    held = None if given.bootstrap is None else read_versioned(given.bootstrap)
    if given.bootstrap is not None and held is None:
        on_problem("the bootstrap is no ruleset")
    mode = _mode(given.mode, on_problem)
    timing = _timing(given.timing, on_problem)
    server: Server | None = None
    if mode != "offline":
        try:
            server = _server(given.secret_key, given.base_url, timing.timeout)
        except ConfigurationError as error:
            on_problem(str(error))
    reports = read_report_options(given.reports, on_problem)
    interval = seconds_of("poll_interval", given.poll_interval, _USUAL_INTERVAL, on_problem)
    return Settings(
        mode,
        min(max(_SHORTEST_INTERVAL, interval), _LONGEST_INTERVAL),
        held,
        reports if server is not None else None,
        given.sticky,
        timing,
        _clock(given.clock, on_problem),
        server,
    )


def _mode(given: Any, on_problem: Callable[[str], None]) -> FlagMode:
    modes: tuple[FlagMode, ...] = ("streaming", "polling", "offline")
    for mode in modes:
        if isinstance(given, str) and given == mode:
            return mode
    on_problem("mode is streaming, polling or offline; it is streaming now")
    return "streaming"


def _timing(given: Any, on_problem: Callable[[str], None]) -> FlagTiming:
    usual = FlagTiming()
    if not isinstance(given, FlagTiming):
        on_problem("timing is no FlagTiming; the usual one is taken")
        return usual
    read: list[float] = []
    for name, value, otherwise in zip(FlagTiming._fields, given, usual, strict=True):
        seconds = seconds_of(f"timing.{name}", value, otherwise, on_problem)
        # With no time for an answer there would never be one, and a server that fails would be
        # asked without a pause.
        is_too_short = seconds < _SHORTEST_TIME and name != "first_word"
        read.append(otherwise if is_too_short else seconds)
    return FlagTiming(*read)


def _server(secret_key: Any, base_url: Any, timeout: float) -> Server:
    key = _given_or(secret_key, "DREAM_SECRET_KEY")
    url = _given_or(base_url, "DREAM_BASE_URL")
    if key is None or url is None:
        raise ConfigurationError("Without secret_key and base_url there is no server to ask.")
    if not isinstance(key, str) or not is_token(key):
        raise ConfigurationError("secret_key is no key.")
    if key.startswith("pk_"):
        raise ConfigurationError("The key is for browsers and gets no rules.")
    if not is_address(url):
        raise ConfigurationError("base_url must be an http(s) address.")
    return Server(exact_text(url), exact_text(key), timeout)


def _given_or(given: Any, variable: str) -> Any:
    is_absent = given is None or (isinstance(given, str) and given == "")
    return os.environ.get(variable) or None if is_absent else given


def _clock(given: Any, on_problem: Callable[[str], None]) -> Now:
    if given is None:
        return system_clock
    if not callable(given):
        on_problem("clock is no function; that of the system is asked")
        return system_clock
    clock: Any = given
    return lambda: round(clock() * 1000)
