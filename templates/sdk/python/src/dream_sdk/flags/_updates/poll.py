"""Asking for the ruleset again and again."""

from __future__ import annotations

import random
from typing import NamedTuple

from ..._core.signal import AbortSignal
from .._timing import FlagTiming
from .attempt import ANSWERED, Attempt, failed
from .keeper import Keeper, version_of
from .server import RULESET_PATH, HeardAnswer, Question, Server
from .versioned import read_versioned
from .waiting import spread, wait_after


class Updating(NamedTuple):
    """How a client is kept up to date. ``interval``: seconds between two questions."""

    server: Server
    keeper: Keeper
    interval: float
    timing: FlagTiming


def poll(updating: Updating, stop: AbortSignal) -> None:
    """Until it is stopped or the server refuses. Never raises."""
    keeper, timing = updating.keeper, updating.timing
    failures = 0
    while not stop.is_aborted:
        attempt = poll_once(updating, stop)
        if stop.is_aborted:
            return
        if attempt.outcome == "refused":
            keeper.turn_off(attempt.problem)
            return
        chance = random.random()
        if attempt.outcome == "answered":
            failures = 0
            keeper.confirm()
            stop.wait(spread(updating.interval, chance))
        else:
            failures += 1
            keeper.interrupt(attempt.problem)
            first, longest = timing.first_wait, timing.longest_wait
            stop.wait(wait_after(failures, first, longest, chance, attempt.retry_after))


def poll_once(updating: Updating, stop: AbortSignal) -> Attempt:
    """What is held already is not sent again. Never raises."""
    keeper = updating.keeper

    def read(answer: HeardAnswer) -> Attempt:
        if answer.status == 304:
            return ANSWERED
        following = read_versioned(answer.text())
        if following is None:
            return failed("the server sent something that is no ruleset")
        with keeper.lock:
            # A stream that came back meanwhile knows better.
            if not stop.is_aborted:
                if keeper.held is None or following.version != keeper.held.version:
                    keeper.replace(following)
                keeper.confirm()
        return ANSWERED

    version = version_of(keeper)
    headers = {} if version is None else {"if-none-match": f'W/"{version}"'}
    return updating.server.ask(Question("GET", RULESET_PATH, headers), stop, read)
