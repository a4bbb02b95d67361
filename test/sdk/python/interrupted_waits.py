"""Who waits is woken by what interrupts the wait, wherever it does: a handler of the process that
gives a signal, or closes a client."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from interrupting import interrupted_at, is_waiting

from dream_sdk import AbortedError, AbortSignal, Dream, DreamError
from dream_sdk._core.errand import Errand
from dream_sdk._core.latch import Latch
from dream_sdk.flags._readiness import Readiness
from dream_sdk.permissions._keeper import Keeper
from dream_sdk.permissions._settings import read_settings

# Long enough for the rest of a wait that nothing has woken to be seen; it is seen for each line.
SHORT = 0.005
LONG = 3600.0


def each_line(begin: Callable[[], tuple[Callable[[], object], Callable[[], object]]]) -> int:
    """Begins anew for each line at which it can be interrupted: what handles, and what works. Gives
    how many there are."""
    line = 0
    while True:
        handler, work = begin()
        if not interrupted_at(line, is_waiting, handler, work):
            break
        line += 1
    assert line > 5, line
    return line


has_come: list[bool] = []


def of_signal() -> tuple[Callable[[], object], Callable[[], object]]:
    one = AbortSignal()
    return one.abort, lambda: has_come.append(one.wait(SHORT))


def of_errand() -> tuple[Callable[[], object], Callable[[], object]]:
    one, end = AbortSignal(), threading.Event()

    def wait() -> None:
        errand = Errand(end.wait, lambda: None)
        with contextlib.suppress(AbortedError, TimeoutError):
            errand.result(SHORT, one)
        assert errand.is_left
        end.set()

    return one.abort, wait


def of_readiness() -> tuple[Callable[[], object], Callable[[], object]]:
    one = Readiness()
    return one.settle, lambda: one.wait(SHORT)


def of_latch() -> tuple[Callable[[], object], Callable[[], object]]:
    """One that is open by then has nobody wait for the time to pass."""
    one = Latch()

    def open_and_wait() -> None:
        one.open()
        assert one.wait(LONG)

    return one.open, open_and_wait


class Refusing:
    """A client that answers nothing, at once."""

    access = SimpleNamespace(policy=None)

    def raw(self, *_: object, **_more: object) -> Any:
        raise DreamError("nothing is answered")


def of_refresh() -> tuple[Callable[[], object], Callable[[], object]]:
    """Its wait has no end of its own. What asks waits for a wish by then."""
    client: Any = Refusing()
    has_asked = threading.Event()
    settings = read_settings(LONG, LONG, False, lambda _: has_asked.set())
    keeper = Keeper(client, settings, None)
    keeper.start()
    has_asked.wait()
    return keeper.close, keeper.refresh


def by_handlers() -> None:
    """What really interrupts: in the wait, as a rule, and it does not matter if before."""
    asked = AbortSignal()
    readiness = Readiness()
    nobody = Dream(base_url="http://127.0.0.1:1", secret_key="sk_test_1", max_retries=9)

    def call() -> None:
        # A port that nobody listens at: the call is about to be repeated.
        with contextlib.suppress(AbortedError):
            nobody.tenants.get("a", options={"signal": asked, "max_retries": 50})
            raise AssertionError("the call was not ended")

    steps: list[tuple[Callable[[], object], Callable[[], object]]] = [
        (asked.abort, lambda: asked.wait(LONG)),
        (readiness.settle, lambda: readiness.wait(LONG)),
    ]
    handlers: list[Callable[[], object]] = []

    def handle(*_: Any) -> None:
        handlers.pop()()

    signal.signal(signal.SIGALRM, handle)
    for handler, work in steps:
        handlers.append(handler)
        signal.setitimer(signal.ITIMER_REAL, 0.02)
        work()
    asked = AbortSignal()
    handlers.append(asked.abort)
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    call()


def for_all_who_wait() -> None:
    latch = Latch()
    seen: list[bool] = []
    threads = [threading.Thread(target=lambda: seen.append(latch.wait(LONG))) for _ in range(20)]
    for thread in threads:
        thread.start()
    assert not latch.wait(0) and not latch.wait(-1)
    latch.open()
    latch.open()
    for thread in threads:
        thread.join()
    assert seen == [True] * 20 and latch.wait() and latch.wait(float("inf"))


count = each_line(of_signal)
assert has_come == [True] * count + [False], has_come
each_line(of_errand)
each_line(of_readiness)
each_line(of_latch)
each_line(of_refresh)
by_handlers()
for_all_who_wait()
sys.stdout.write("every part was run")
