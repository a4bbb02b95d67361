"""Sends what was observed, now and then."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Callable

from ..._core.signal import AbortSignal
from .._updates.attempt import ANSWERED
from .._updates.beside import start_thread
from .._updates.server import REPORT_PATH, Question, Server
from .._updates.waiting import spread
from .observer import Observer

_SHORTEST_INTERVAL = 1.0
# What is said of the moment, or by something that stands before the server, and not of the report.
_PASSING = (401, 403, 407, 408, 429)


class Reporter:
    """What could not be sent is sent with what comes next."""

    def __init__(
        self,
        server: Server,
        observer: Observer,
        interval: float,
        on_problem: Callable[[str], None],
    ) -> None:
        self._server = server
        self._observer = observer
        self._interval = max(_SHORTEST_INTERVAL, interval)
        self._on_problem = on_problem
        self._ending = AbortSignal()
        self._closing = AbortSignal()
        self._sending = threading.Lock()
        self._is_over = False
        start_thread(self._run)

    def flush(self) -> None:
        """One after the other: what the first could not send goes with the second. Never
        raises."""
        with self._sending:
            if not self._is_over:
                self._send()

    def close(self, patience: float) -> None:
        """Sends what is left, and waits for it no longer than so many seconds."""
        self._ending.abort()
        last = threading.Thread(target=self.flush, name="dream-flags", daemon=True)
        try:
            last.start()
        except RuntimeError:
            # The interpreter is about to end and starts no more threads.
            self.flush()
        else:
            last.join(patience)
        self._is_over = True
        self._closing.abort()

    def _run(self) -> None:
        while not self._ending.wait(spread(self._interval, random.random())):
            self.flush()

    def _send(self) -> None:
        reports = self._observer.take()
        for place, report in enumerate(reports):
            body = json.dumps(report.to_dict(), allow_nan=False).encode()
            attempt = self._server.ask(
                Question("POST", REPORT_PATH, body=body), self._closing, lambda answer: ANSWERED
            )
            if attempt.outcome == "answered":
                continue
            if attempt.outcome == "refused":
                self._is_over = True
                self._ending.abort()
                self._on_problem(f"evaluations are not reported any more: {attempt.problem}")
                return
            self._on_problem(f"evaluations were not reported: {attempt.problem}")
            # What the server does not understand it will not understand later.
            status = attempt.status
            is_lost = status is not None and 400 <= status < 500 and status not in _PASSING
            for unsent in reports[place + 1 if is_lost else place :]:
                self._observer.put_back(unsent)
            return
