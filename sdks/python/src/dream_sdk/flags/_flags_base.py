"""What clients with and without asyncio have in common: asking, which never waits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, overload

from ._all_flags import AllFlags
from ._changes import ChangeListeners, FlagChange
from ._evaluation.contract import EvaluationDetail, StickyAssignments
from ._evaluation.outcome import Outcome
from ._fork import outlive_forks
from ._holder import Holder, Told
from ._key import FlagKey
from ._listeners import Listeners, Unsubscribe
from ._own_copy import own_copy
from ._reports.options import ReportOptions
from ._settings import FlagMode, Given, Source, read_settings
from ._status import FlagStatus, FlagStatusChange
from ._timing import FlagTiming
from ._updates.versioned import VersionedRuleset

T = TypeVar("T")

_USUAL_TIMING = FlagTiming()


class FlagsBase:
    """Flags, evaluated in this process with the rules of one environment, which are brought up to
    date in the background, by threads that keep no process running.

    One for a process; close it at the end. In a process that is forked it begins anew when it is
    first asked, with the rules that the parent held.
    """

    def __init__(
        self,
        *,
        secret_key: str | None = None,
        base_url: str | None = None,
        mode: FlagMode = "streaming",
        poll_interval: float = 30.0,
        bootstrap: VersionedRuleset | Mapping[str, Any] | str | None = None,
        reports: ReportOptions | bool = True,
        sticky: StickyAssignments | None = None,
        on_problem: Callable[[str], None] | None = None,
        timing: FlagTiming = _USUAL_TIMING,
        clock: Callable[[], float] | None = None,
        source: Source | None = None,
    ) -> None:
        """Raises nothing, whatever is given. Without a key or an address that can be meant the
        client is OFF; of any other setting the usual is taken, and ``on_problem`` told.

        Args:
            secret_key: ``sk_…``; absent, ``DREAM_SECRET_KEY``. Not needed offline.
            base_url: Where the server is; absent, ``DREAM_BASE_URL``.
            mode: ``streaming``, ``polling`` or ``offline``.
            poll_interval: Seconds between two questions while polling, from 1 to 86,400.
            bootstrap: What is evaluated until the server is heard of: an answer of its ruleset,
                as an object or as JSON, or ``ruleset`` of another client.
            reports: False: nothing about evaluations leaves the process.
            sticky: Keeps what sticky rollouts dealt.
            on_problem: Told, in a sentence, of what goes wrong. Never told of keys or contexts.
            timing: How long it waits.
            clock: Seconds since 1970, in place of ``time.time``. For tests.
            source: Brings rulesets from elsewhere than a server. For tests.
        """
        self._on_problem = on_problem
        given = Given(
            secret_key, base_url, mode, poll_interval, bootstrap, reports, sticky, timing, clock
        )
        self._settings = read_settings(given, self._tell)
        statuses: Listeners[FlagStatusChange] = Listeners(self._tell)
        self._told = Told(statuses, ChangeListeners(self._tell), self._tell)
        self._holder = Holder(self._settings, self._told)
        self._holder.start(self._settings.bootstrap)
        self._is_forked = False
        self._beginning = threading.Lock()
        self._detach = None if source is None else self._attached(source)
        outlive_forks(self)

    @property
    def status(self) -> FlagStatus:
        return self._here().status.now

    @property
    def ruleset(self) -> VersionedRuleset | None:
        """What is evaluated now: what another client takes as its bootstrap."""
        return self._here().held

    @overload
    def variation(self, key: str, context: Any, default: None = None) -> Any: ...
    @overload
    def variation(self, key: str, context: Any, default: T) -> T: ...
    def variation(self, key: str, context: Any, default: Any = None) -> Any:
        """The value, or the default where there is none or it is of another type than the default.

        Numbers are numbers: a default of 1 takes 1.5. Without a default any type is taken. Never
        raises, never waits.

        Args:
            key: Of the flag.
            context: Who asks: ``FlagContext.user("ada", role="admin")``, or a dictionary.
            default: Given where the flag has no value to give.
        """
        try:
            outcome = self._outcome(key, context, default)
            return default if outcome is None else outcome.value_or(default)
        except Exception:
            return default

    @overload
    def variation_detail(
        self, key: str, context: Any, default: None = None
    ) -> EvaluationDetail[Any]: ...
    @overload
    def variation_detail(self, key: str, context: Any, default: T) -> EvaluationDetail[T]: ...
    def variation_detail(
        self, key: str, context: Any, default: Any = None
    ) -> EvaluationDetail[Any]:
        """The same, and how it came about. Before there is anything to evaluate:
        ``PROVIDER_NOT_READY``."""
        try:
            outcome = self._outcome(key, context, default)
            return _not_ready(default) if outcome is None else outcome.detail_or(default)
        except Exception:
            return EvaluationDetail(default, None, "ERROR", error_code="GENERAL")

    def value(self, flag: FlagKey[T], context: Any) -> T:
        """``variation`` of a flag that brings its default along."""
        key, default = _parts_of(flag)
        value: T = self.variation(key, context, default)
        return value

    def detail(self, flag: FlagKey[T], context: Any) -> EvaluationDetail[T]:
        """``variation_detail`` of a flag that brings its default along."""
        key, default = _parts_of(flag)
        detail: EvaluationDetail[T] = self.variation_detail(key, context, default)
        return detail

    def all_flags(self, context: Any) -> AllFlags:
        """All flags for one context, in one version. Counts nothing: it is for handing on."""
        try:
            compiled = self._here().compiled
            if compiled is None:
                return AllFlags(0, ())
            asked, evaluator = compiled.contexts.read(context), compiled.evaluator
            return AllFlags(evaluator.revision, evaluator.all_flags(asked))
        except Exception:
            return AllFlags(0, ())

    def on_status(self, listener: Callable[[FlagStatusChange], Any]) -> Unsubscribe:
        """Tells of each change of the status, until what it returns is called."""
        return self._told.status.add(self._heard(listener))

    def on_change(self, key: str, listener: Callable[[FlagChange], Any]) -> Unsubscribe:
        """Tells once for each update that may change the answer of the flag, or of any (``*``)."""
        return self._told.changes.add(key, self._heard(listener))

    def forked(self) -> None:
        """Told by this module in a forked process: its threads and their locks are not there."""
        self._is_forked = True
        self._beginning = threading.Lock()
        if self._settings.server is not None:
            self._settings.server.forsake()

    def _heard(self, listener: Callable[[T], Any]) -> Callable[[T], Any]:
        """The listener, as it is told by whichever thread something happens in."""
        return listener

    def _here(self) -> Holder:
        """The holder of this process."""
        if self._is_forked:
            with self._beginning:
                if self._is_forked:
                    self._begin_anew()
        return self._holder

    def _begin_anew(self) -> None:
        # Not before it is asked: most of what is forked never asks, or becomes another program.
        before = self._holder
        self._holder = Holder(self._settings, self._told, before.compiled)
        if before.status.now == "OFF":
            self._holder.end("it was closed")
        else:
            self._holder.start(None)
        self._is_forked = False

    def _outcome(self, key: str, context: Any, default: Any) -> Outcome | None:
        holder = self._here()
        compiled, observer = holder.compiled, holder.observer
        if compiled is None:
            return None
        asked = compiled.contexts.read(context)
        outcome = compiled.evaluator.evaluate(key, asked)
        if observer is not None:
            try:
                observer.served(outcome, asked, default)
            except Exception:
                # Looking on must not change what is seen.
                return outcome
        return outcome

    def _hold(self, following: VersionedRuleset) -> None:
        self._here().hold(following)

    def _attached(self, source: Source) -> Callable[[], None] | None:
        try:
            return source(self._hold)
        except Exception:
            self._tell("the source failed")
            return None

    def _end(self, patience: float) -> None:
        """Reports what is left, ends all connections and is OFF. What is there is evaluated on."""
        holder = self._here()
        if self._detach is not None:
            try:
                self._detach()
            except Exception:
                self._tell("the source failed")
        holder.end("it was closed")
        if holder.reporter is not None:
            holder.reporter.close(patience)

    def _tell(self, problem: str) -> None:
        if self._on_problem is None:
            return
        try:
            self._on_problem(problem)
        except Exception:
            # Whoever wants to be told must be able to listen; flags are evaluated all the same.
            return


def _parts_of(flag: Any) -> tuple[Any, Any]:
    # What is no key at all is a flag that is not there, and no reason to raise.
    try:
        return getattr(flag, "key", ""), own_copy(getattr(flag, "default", None))
    except Exception:
        return "", None


def _not_ready(default: Any) -> EvaluationDetail[Any]:
    return EvaluationDetail(
        default,
        None,
        "ERROR",
        error_code="PROVIDER_NOT_READY",
        error_message="the server has not been heard of yet, and there is no bootstrap",
    )
