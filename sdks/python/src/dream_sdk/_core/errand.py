"""Work that is waited for only so long, or until a signal comes."""

from __future__ import annotations

import contextvars
import errno
import threading
from collections.abc import Callable
from typing import Any

from .failures import refuse_aborted
from .latch import Latch
from .signal import AbortSignal


class NoThreadError(OSError):
    """No thread can be had."""


class Errand:
    """Work of a thread of its own, for what blocks and cannot be ended from outside."""

    def __init__(
        self,
        work: Callable[[], Any],
        too_late: Callable[[], object],
        leave: Callable[[], object] = lambda: None,
    ) -> None:
        """Nothing is begun yet.

        Args:
            too_late: Called by that thread once the work is done which nobody waits for.
            leave: Called where it is left, while ``too_late`` is not called yet; must not block.
        """
        self._work = work
        self._too_late = too_late
        self._leave = leave
        self._lock = threading.Lock()
        self._woken = Latch()
        self._is_done = False
        # Nobody waits for it any more.
        self.is_left = False
        self._result: Any = None
        self._error: BaseException | None = None

    def result(self, seconds: float | None, signal: AbortSignal | None) -> Any:
        """What the work gives or raises. Raises a ``TimeoutError`` or an ``AbortedError`` where it
        is left, and a ``NoThreadError``."""
        unsubscribe = None if signal is None else signal.subscribe(self._woken.open)
        try:
            self._start()
            self._woken.wait(seconds)
        finally:
            if unsubscribe is not None:
                unsubscribe()
            with self._lock:
                self.is_left = not self._is_done
                if self.is_left:
                    # Before that thread lets go of what it works on, which is another's then.
                    self._leave()
        if self.is_left:
            refuse_aborted(signal)
            raise TimeoutError("the time was over")
        error, self._error = self._error, None
        if error is not None:
            raise error
        return self._result

    def _start(self) -> None:
        context = contextvars.copy_context()
        try:
            threading.Thread(target=context.run, args=(self._do,), daemon=True).start()
        except (RuntimeError, MemoryError) as error:
            # There is nobody else who could let go of anything.
            self._is_done = True
            raise NoThreadError(errno.EAGAIN, "no thread can be started") from error

    def _do(self) -> None:
        try:
            self._result = self._work()
        except BaseException as error:
            self._error = error
        with self._lock:
            self._is_done = True
            is_left = self.is_left
        if is_left:
            self._too_late()
        else:
            self._woken.open()
