"""A program with clients of flags that does as it is told: one line of JSON in, one line out.

``{"do": "make", "kind": "sync", "options": {…}}`` makes a client; everything else is done with
the client that was made last. ``{"do": "fork"}`` goes on in a forked process, until
``{"do": "return"}``.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
from typing import Any

from dream_sdk.flags import (
    AsyncFlagClient,
    FlagChange,
    FlagClient,
    FlagStatusChange,
    FlagTiming,
    ReportOptions,
)


class Notes:
    """What the client told, and in which thread."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.statuses: list[list[Any]] = []
        self.changes: list[list[str]] = []
        self.threads: set[str] = set()

    def status(self, change: FlagStatusChange) -> None:
        self.statuses.append([change.status, change.problem])
        self.threads.add(threading.current_thread().name)

    def change(self, change: FlagChange) -> None:
        self.changes.append(list(change.keys))

    async def change_later(self, change: FlagChange) -> None:
        self.change(change)


def options_of(given: dict[str, Any], notes: Notes) -> dict[str, Any]:
    timing = FlagTiming(
        **{"timeout": 5.0, "silence": 60.0, "first_word": 60.0, "first_wait": 0.005}
        | {"longest_wait": 0.2}
        | given.pop("timing", {})
    )
    reports: Any = given.pop("reports", False)
    if isinstance(reports, dict):
        reports = ReportOptions(**reports)
    return {**given, "timing": timing, "reports": reports, "on_problem": notes.problems.append}


class Program:
    def __init__(self) -> None:
        self.client: Any = None
        self.notes = Notes()

    def make(self, kind: str, options: dict[str, Any]) -> Any:
        self.notes = Notes()
        maker: Any = FlagClient if kind == "sync" else AsyncFlagClient
        self.client = maker(**options_of(options, self.notes))
        self.client.on_status(self.notes.status)
        is_sync = kind == "sync"
        self.client.on_change("*", self.notes.change if is_sync else self.notes.change_later)
        return self.client.status

    def detail(self, key: str, context: Any, default: Any) -> Any:
        detail = self.client.variation_detail(key, context, default)
        value = self.client.variation(key, context, default)
        return {**detail.to_dict(), "isSame": json.dumps(value) == json.dumps(detail.value)}

    def variation(self, key: str, context: Any, default: Any, times: int = 1) -> Any:
        values = [self.client.variation(key, context, default) for _ in range(times)]
        return values[0]

    def state(self) -> Any:
        notes = self.notes
        return {
            "status": self.client.status,
            "problems": notes.problems,
            "statuses": notes.statuses,
            "changes": notes.changes,
            "threads": sorted(notes.threads),
        }

    def ruleset(self) -> Any:
        return self.client.ruleset.to_json()

    def all_flags(self, context: Any) -> Any:
        return self.client.all_flags(context).to_dict()

    async def ready(self, timeout: float = 60.0) -> Any:
        result = self.client.ready(timeout)
        return await result if asyncio.iscoroutine(result) else result

    async def flush(self) -> None:
        result = self.client.flush()
        if result is not None:
            await result

    async def close(self) -> None:
        result = self.client.close()
        if result is not None:
            await result


def fork() -> str:
    child = os.fork()
    if child == 0:
        return "in the child"
    _, status = os.waitpid(child, 0)
    return f"in the parent again, {os.waitstatus_to_exitcode(status)}"


def say(answer: Any) -> None:
    print(json.dumps(answer), flush=True)


async def main() -> None:
    program = Program()
    while line := await asyncio.to_thread(sys.stdin.readline):
        command = json.loads(line)
        what = command.pop("do")
        result = getattr(program, what)(**command)
        say(await result if asyncio.iscoroutine(result) else result)


def main_without_loop() -> None:
    """Of clients without asyncio: nothing here needs a loop but the waiting itself."""
    program = Program()
    while line := sys.stdin.readline():
        command = json.loads(line)
        what = command.pop("do")
        if what == "fork":
            say(fork())
        elif what == "return":
            os._exit(0)
        else:
            result = getattr(program, what)(**command)
            say(asyncio.run(result) if asyncio.iscoroutine(result) else result)


if __name__ == "__main__":
    if sys.argv[1] == "async":
        asyncio.run(main())
    else:
        main_without_loop()
