"""What a careless program may give a client of flags. Ends with a status other than 0 where anything raises."""

import typing

from dream_sdk.flags import (
    AsyncFlagClient,
    FlagClient,
    FlagKey,
    FlagStatusChange,
    FlagTiming,
    ReportOptions,
)
from dream_sdk.flags._reports.options import read_report_options
from dream_sdk.flags._settings import Given, read_settings

URL = "http://127.0.0.1:9"


# Nothing of a client of flags raises: it is told, and what is usual is taken.
class Evil:
    def __getattr__(self, name: str) -> object:
        raise RuntimeError(name)

    def __bool__(self) -> bool:
        raise RuntimeError("neither")

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("neither")

    __hash__ = None


def read(**changes: object) -> tuple[typing.Any, list[str]]:
    problems: list[str] = []
    usual = Given("sk_test_1", URL, "polling", 30.0, None, True, None, FlagTiming(), None)
    return read_settings(usual._replace(**changes), problems.append), problems


nan, infinite = float("nan"), float("inf")
usual, problems = read()
assert problems == [] and usual.poll_interval == 30.0 and usual.server is not None
for interval, held in {0: 1.0, 0.5: 1.0, 60: 60.0, 1e9: 86_400.0}.items():
    settings, problems = read(poll_interval=interval)
    assert (settings.poll_interval, problems) == (held, []), interval
for interval in (None, "x", nan, infinite, -infinite, -1, 10**400, True, Evil()):
    settings, problems = read(poll_interval=interval)
    assert (settings.poll_interval, len(problems)) == (30.0, 1), interval
for timing in (
    None,
    5,
    FlagTiming(timeout=nan),
    FlagTiming(silence=None),
    FlagTiming(longest_wait=infinite),
):
    settings, problems = read(timing=timing)
    assert (settings.timing, len(problems)) == (FlagTiming(), 1), timing
# Nobody asks a server that fails without a pause.
timing = FlagTiming(timeout=0, silence=0, first_word=0, first_wait=0, longest_wait=1e-9)
assert read(timing=timing)[0].timing == FlagTiming(first_word=0)
for mode in (None, "bogus", 5, [], Evil()):
    settings, problems = read(mode=mode)
    assert (settings.mode, len(problems)) == ("streaming", 1), mode
for clock in (5, "x"):
    settings, problems = read(clock=clock)
    assert (settings.now is usual.now, len(problems)) == (True, 1)
for key in (5, b"sk_test_1", "sk_test\n1", "pk_test_1", Evil()):
    settings, problems = read(secret_key=key)
    assert (settings.server, len(problems)) == (None, 1), key
for url in (5, b"http://x", "ftp://x", "http://h:99999", "http://h\0", Evil()):
    settings, problems = read(base_url=url)
    assert (settings.server, len(problems)) == (None, 1), url

# Where nobody knows what was to stay secret, nothing of contexts is told.
for reports in ("x", 5, ReportOptions(sensitive={"user": "email"}), ReportOptions(sensitive=5)):
    settings, problems = read(reports=reports)
    assert (settings.reports.contexts, len(problems)) == (False, 1), reports
for reports in (None, False):
    assert read(reports=reports)[0].reports is None
secrets = {"user": ["email"]}
options_read = read_report_options(ReportOptions(sensitive=secrets, interval=nan), problems.append)
secrets["user"].clear()
assert (options_read.sensitive, options_read.interval) == ({"user": ["email"]}, 30.0)

evil = Evil()
for maker in (FlagClient, AsyncFlagClient):
    flags = maker(
        secret_key=evil, base_url=evil, mode=evil, poll_interval=evil, bootstrap=evil, reports=evil,
        timing=evil, clock=evil, on_problem=evil, source=evil, sticky=evil,
    )  # fmt: skip
    assert flags.status == "OFF"
    assert flags.value(evil, {}) is None and flags.detail(evil, {}).value is None
    assert flags.variation(evil, evil, "d") == "d" and flags.all_flags(evil).to_dict() == {}
    flags.on_status(evil)
    flags.on_change(evil, evil)

# A default that a caller changes is not that of the next one, nor what it was made of.
columns = {"columns": 3, "of": [1]}
LAYOUT: FlagKey[dict[str, object]] = FlagKey("layout", default=columns)
columns["columns"] = 99
flags = FlagClient(mode="offline")
for ask in (lambda: flags.value(LAYOUT, {}), lambda: flags.detail(LAYOUT, {}).value):
    value = ask()
    assert value == {"columns": 3, "of": [1]}
    value["of"].append(2)
assert LAYOUT.default == {"columns": 3, "of": [1]}

# What holds itself cannot be copied, and is the default all the same.
endless: list[object] = []
endless.append({"of": endless})
ENDLESS: FlagKey[list[object]] = FlagKey("endless", default=endless)
assert flags.value(ENDLESS, {}) is endless and flags.detail(ENDLESS, {}).value is endless
assert flags.variation("endless", {}, endless) is endless

# What nobody awaits is told.
told_of: list[str] = []


async def listen(change: FlagStatusChange) -> None:
    told_of.append(change.status)


data = {"format": 1, "environment": "e", "revision": 1, "madeAt": 0, "flags": {}, "segments": {}}
heard = FlagClient(
    mode="offline",
    bootstrap={"version": "1", "ruleset": {**data, "entitlements": {}}},
    on_problem=told_of.append,
)
heard.on_status(listen)
heard.close()
assert told_of == ["a listener is to be awaited, and was added where no loop ran"], told_of
print("every part was run", end="")
