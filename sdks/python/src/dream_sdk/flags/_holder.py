"""What a client holds in one process."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import NamedTuple

from .._core.signal import AbortSignal
from ._asked_context import AskedContexts
from ._changes import ChangeListeners
from ._evaluation.evaluator import Evaluator
from ._listeners import Listeners
from ._readiness import Readiness
from ._reports.observer import Observer
from ._reports.options import ReportOptions
from ._reports.reporter import Reporter
from ._settings import Settings
from ._status import FlagStatus, FlagStatusChange, Status
from ._updates.beside import start_thread
from ._updates.poll import Updating, poll
from ._updates.server import Server
from ._updates.stream import stream
from ._updates.versioned import VersionedRuleset


_NO_THREAD = "no thread can be started"


class Compiled(NamedTuple):
    """Replaced as a whole: whoever evaluates sees one version."""

    versioned: VersionedRuleset
    evaluator: Evaluator
    contexts: AskedContexts


class Told(NamedTuple):
    """Who hears of what goes on. They outlive a process that forks."""

    status: Listeners[FlagStatusChange]
    changes: ChangeListeners
    problem: Callable[[str], None]


class Holder:
    """The ruleset, and all that brings it up to date: threads, locks and connections, none of
    which a forked process can take over. It makes a holder of its own."""

    def __init__(self, settings: Settings, told: Told, compiled: Compiled | None = None) -> None:
        self.lock = RLock()
        self.compiled = compiled
        self.readiness = Readiness()
        self.status = Status(told.status)
        self.observer: Observer | None = None
        self.reporter: Reporter | None = None
        self._settings = settings
        self._told = told
        self._stop = AbortSignal()

    def start(self, bootstrap: VersionedRuleset | None) -> None:
        """Evaluates the bootstrap, and follows the server from now on."""
        settings, server = self._settings, self._settings.server
        if settings.reports is not None and server is not None:
            self._report(settings.reports, server)
        if self.compiled is not None:
            # A forked process evaluates what its parent held.
            self._look_on(self.compiled.versioned)
            self.readiness.settle()
        elif bootstrap is not None:
            self.hold(bootstrap)
        if server is None:
            is_valid = settings.mode == "offline" and self.compiled is not None
            self._become("VALID" if is_valid else "OFF")
            return
        updating = Updating(server, self, settings.poll_interval, settings.timing)
        follow = poll if settings.mode == "polling" else stream
        try:
            start_thread(lambda: follow(updating, self._stop))
        except (RuntimeError, MemoryError):
            self.turn_off(_NO_THREAD)

    def _report(self, options: ReportOptions, server: Server) -> None:
        observer = Observer(options, self._settings.now)
        try:
            self.reporter = Reporter(server, observer, options.interval, self._told.problem)
            self.observer = observer
        except (RuntimeError, MemoryError):
            self._told.problem(f"evaluations are not reported: {_NO_THREAD}")

    @property
    def held(self) -> VersionedRuleset | None:
        return None if self.compiled is None else self.compiled.versioned

    def replace(self, following: VersionedRuleset) -> None:
        """By what the server has."""
        with self.lock:
            before = self._set(following)
            # First of all: whoever waits for the client to be ready must find it VALID.
            self.confirm()
            self._tell_changes(before, following)

    def hold(self, following: VersionedRuleset) -> None:
        """By what somebody else has."""
        with self.lock:
            self._tell_changes(self._set(following), following)

    def _set(self, following: VersionedRuleset) -> VersionedRuleset | None:
        settings, before = self._settings, self.held
        evaluator = Evaluator(following.ruleset, now=settings.now, sticky=settings.sticky)
        self.compiled = Compiled(following, evaluator, AskedContexts(following.ruleset))
        self._look_on(following)
        return before

    def _tell_changes(self, before: VersionedRuleset | None, now: VersionedRuleset) -> None:
        self.readiness.settle()
        old = None if before is None else before.ruleset
        revision = 0 if self.compiled is None else self.compiled.evaluator.revision
        self._told.changes.tell(old, now.ruleset, revision)

    def confirm(self) -> None:
        self._become("VALID")

    def interrupt(self, problem: str) -> None:
        self._told.problem(problem)
        self.status.interrupt(problem)

    def turn_off(self, problem: str) -> None:
        self._told.problem(problem)
        self.end(problem)

    def end(self, problem: str) -> None:
        """No update will come any more."""
        self._stop.abort()
        self._become("OFF", problem)

    def _become(self, status: FlagStatus, problem: str | None = None) -> None:
        self.status.become(status, problem)
        if status == "OFF":
            self.readiness.settle()

    def _look_on(self, versioned: VersionedRuleset) -> None:
        if self.observer is not None:
            self.observer.turn_over(versioned.ruleset)
