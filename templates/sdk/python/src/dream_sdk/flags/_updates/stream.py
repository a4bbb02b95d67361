"""Following the stream of changes."""

from __future__ import annotations

import random
from collections.abc import Callable

from ..._core.signal import AbortSignal
from .attempt import Attempt, failed
from .beside import Beside, in_between, substitute
from .event_reader import Event, EventReader
from .keeper import Keeper, version_of
from .poll import Updating
from .server import STREAM_PATH, HeardAnswer, Question
from .versioned import patched, read_versioned
from .waiting import wait_after

# Failed attempts in a row after which the ruleset is polled until a stream works again.
_PATIENCE = 2
# Publishable keys are only told that there is something new.
_NO_RULES = "the key is for browsers and gets no rules"


class _Told:
    """What one stream told before it ended.

    Attributes:
        works: What is held is right, or was.
        is_lost: What it sent did not fit: the next one begins with everything.
        retry: Seconds that the server asks to be left alone.
    """

    def __init__(self) -> None:
        self.works = False
        self.is_lost = False
        self.retry: float | None = None


def stream(updating: Updating, stop: AbortSignal) -> None:
    """Follows it, and comes back to it whenever it ends, until it is stopped or the server
    refuses. While it cannot be had, the ruleset is polled. Never raises."""
    keeper, timing = updating.keeper, updating.timing
    polling: Beside | None = None
    failures = 0
    is_lost = False
    while not stop.is_aborted:
        connection = _Connection(updating, polling)
        asking = None if polling is not None else in_between(updating, stop)
        connection.asking = asking
        attempt = _follow(updating, is_lost, stop, connection.hear)
        if asking is not None:
            asking.stop()
        if stop.is_aborted:
            return
        if attempt.outcome == "refused":
            keeper.turn_off(attempt.problem)
            return
        told, polling = connection.told, connection.polling
        failures = 1 if told.works and not told.is_lost else failures + 1
        is_lost = told.is_lost
        if polling is None:
            keeper.interrupt(attempt.problem)
            if failures > _PATIENCE:
                polling = substitute(updating, stop)
        first = max(timing.first_wait, told.retry or 0.0)
        chance, asked = random.random(), attempt.retry_after
        stop.wait(wait_after(failures, first, timing.longest_wait, chance, asked))


class _Connection:
    """Hears one stream, and calls off what asks beside it."""

    def __init__(self, updating: Updating, polling: Beside | None) -> None:
        self.told = _Told()
        self.polling = polling
        self.asking: Beside | None = None
        self._keeper = updating.keeper

    def hear(self, event: Event | None, retry: float | None) -> bool:
        """Whether to go on; None stands for bytes that complete no event."""
        # What asks beside it must not replace what the stream brought by something older.
        with self._keeper.lock:
            if self.asking is not None:
                self.asking.stop()
            self.told.retry = retry
            self.told.works = _take(self._keeper, event, self.told) or self.told.works
            if self.told.works and self.polling is not None:
                self.polling.stop()
                self.polling = None
        return not self.told.is_lost


def _follow(
    updating: Updating,
    from_scratch: bool,
    stop: AbortSignal,
    hear: Callable[[Event | None, float | None], bool],
) -> Attempt:
    """One connection, to its end."""

    def read(answer: HeardAnswer) -> Attempt:
        kind = answer.headers.get("content-type", "")
        if answer.status != 200 or not kind.startswith("text/event-stream"):
            return failed("the server sent something that is no stream")
        reader = EventReader()
        for piece in answer.pieces():
            events: list[Event | None] = [*reader.read(piece)]
            for event in events or [None]:
                if event is not None and event.type == "changed":
                    return Attempt("refused", _NO_RULES)
                if not hear(event, reader.retry):
                    return failed("an update did not fit what is held")
        return failed("the stream ended")

    version = None if from_scratch else version_of(updating.keeper)
    headers = {"accept": "text/event-stream"}
    if version is not None:
        headers["last-event-id"] = version
    question = Question("GET", STREAM_PATH, headers, silence=updating.timing.silence)
    return updating.server.ask(question, stop, read)


def _take(keeper: Keeper, event: Event | None, told: _Told) -> bool:
    """Whether what is held is right now."""
    # Whoever is up to date hears nothing but that the server is there.
    if event is not None and event.type in ("put", "patch"):
        is_put = event.type == "put"
        held = keeper.held
        following = read_versioned(event.data) if is_put else patched(held, event.data)
        told.is_lost = following is None
        if following is None:
            return False
        if held is None or following.version != held.version:
            keeper.replace(following)
    elif keeper.held is None:
        return False
    keeper.confirm()
    return True
