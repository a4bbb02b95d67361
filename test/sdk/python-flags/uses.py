"""What type checkers must take, and what they must refuse: strict ones complain of an ignore that ignores nothing."""

from __future__ import annotations

from typing import Any, Literal

from dream_sdk.flags import (
    AsyncFlagClient,
    EvaluationDetail,
    FlagClient,
    FlagContext,
    FlagKey,
    FlagStatus,
    ReportOptions,
    TestFlagData,
)

flags = FlagClient(secret_key="sk_test_1", base_url="http://127.0.0.1", reports=ReportOptions())
context = FlagContext.multi(FlagContext.user("ada", role="admin"), FlagContext.tenant("acme"))

NEW_MENU = FlagKey("new-menu", default=False)
THEME = FlagKey[Literal["light", "dark"]]("theme", default="light")

is_on: bool = flags.variation("new-menu", context, False)
theme: str = flags.variation("theme", {"user": {"key": "ada"}}, "light")
anything: Any = flags.variation("theme", None)
detail: EvaluationDetail[bool] = flags.variation_detail("new-menu", context, False)
token: bool = flags.value(NEW_MENU, context)
chosen: Literal["light", "dark"] = flags.value(THEME, context)
told: EvaluationDetail[bool] = flags.detail(NEW_MENU, context)
status: FlagStatus = flags.status
is_ready: bool = flags.ready(timeout=3)

flags.variation("new-menu")  # type: ignore[call-overload]
text: str = flags.value(NEW_MENU, context)  # type: ignore[assignment]
other: Literal["red"] = flags.value(THEME, context)  # type: ignore[arg-type]
wrong = FlagKey[bool]("x", default="on")  # type: ignore[arg-type]
FlagClient(api_key="sk_test_1")  # type: ignore[call-arg]
FlagClient(mode="steaming")  # type: ignore[arg-type]
FlagContext.user()  # type: ignore[call-arg]
flags.readdy  # type: ignore[attr-defined]

with FlagClient(mode="offline") as closed:
    unsubscribe = closed.on_status(lambda change: print(change.status, change.problem))
    unsubscribe()

data = TestFlagData()
data.flag("x").rule({"user.role": "admin"}, "on").fallthrough("off").rollout({"on": 1, "off": 1})


async def uses_async() -> None:
    async with data.async_client() as asked:
        is_ready: bool = await asked.ready()
        value: bool = asked.value(NEW_MENU, context)
        asked.on_change("*", lambda change: print(change.keys, is_ready, value))
        no_promise: str = asked.ready()  # type: ignore[assignment]
        print(no_promise)
