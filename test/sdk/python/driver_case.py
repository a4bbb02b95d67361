"""A case from its settings to its outcomes."""

import asyncio
import base64
import sys
import threading
from functools import partial
from typing import Any

from driver_calls import Abort, arguments_of, use, use_async
from driver_values import described, snake, value_of
from dream_sdk import AbortSignal, AsyncDream, Dream, DreamError

HOOKS = {"onRequest": "on_request", "onResponse": "on_response", "onRetry": "on_retry"}
IN_MILLISECONDS = ("timeout", "maxRetryDelay")


OVER: dict[str, Any] = {}
ASYNC_OVER: dict[str, Any] = {}
if "--httpx" in sys.argv:
    import httpx

    OVER["http_client"] = httpx.Client(trust_env=False)
    # Each step has a loop of its own, which no connection outlives.
    limits = httpx.Limits(max_keepalive_connections=0)
    ASYNC_OVER["http_client"] = httpx.AsyncClient(trust_env=False, limits=limits)


class Hooks:
    """Keep what they are told, but for how long things took, which differs each time."""

    def __init__(self, is_throwing: bool) -> None:
        self.told: list[dict[str, Any]] = []
        self.retries = 0
        self.is_throwing = is_throwing
        self.on_retry: Any = lambda nth: None

    def settings(self) -> dict[str, Any]:
        return {own: self._hook(name) for name, own in HOOKS.items()}

    def _hook(self, name: str) -> Any:
        def told(info: Any) -> None:
            event = {
                "hook": name,
                "operation": info.operation,
                "method": info.method,
                "url": info.url,
                "attempt": info.attempt,
                "status": info.status,
                "requestId": info.request_id,
                "delay": None if info.delay is None else info.delay * 1000,
            }
            self.told.append({key: item for key, item in event.items() if item is not None})
            if name == "onRetry":
                self.retries += 1
                self.on_retry(self.retries)
            if self.is_throwing:
                raise RuntimeError(f"{name} was told to throw")

        return told


def run_case(case: dict[str, Any]) -> dict[str, Any]:
    return _run(case, partial(Dream, **OVER), _take_step)


def run_case_async(case: dict[str, Any]) -> dict[str, Any]:
    return _run(case, partial(AsyncDream, **ASYNC_OVER), _take_step_in_loop)


def _run(case: dict[str, Any], kind: Any, take: Any) -> dict[str, Any]:
    hooks = Hooks(case.get("hooks") == "throw")
    is_hooked = "hooks" in case or any(
        "afterRetry" in step.get("abort", {}) for step in case["steps"]
    )
    told = hooks.settings() if is_hooked else {}
    try:
        main = kind(**settings_of(case["client"]), **told)
        others = {
            name: kind(**settings_of(settings), **told)
            for name, settings in case.get("clients", {}).items()
        }
    except DreamError as error:
        return {"id": case["id"], "refused": described(error)}
    clients = {None: main, **others}
    outcomes = [take(clients[step.get("client")], step, hooks) for step in case["steps"]]
    return {
        "id": case["id"],
        "outcomes": outcomes,
        **({"hooks": hooks.told} if "hooks" in case else {}),
    }


def settings_of(settings: dict[str, Any]) -> dict[str, Any]:
    """Settings as Python has them: seconds, and names in snake case."""
    read = {
        snake(name): value / 1000 if name in IN_MILLISECONDS else value
        for name, value in settings.items()
    }
    token = read.get("user_token")
    if isinstance(token, dict):
        waiting = list(token["$inTurn"])
        read["user_token"] = lambda: waiting.pop(0) if len(waiting) > 1 else waiting[0]
    return read


def _take_step(client: Any, step: dict[str, Any], hooks: Hooks) -> dict[str, Any]:
    try:
        if "call" not in step:
            return _without_server(client, step)
        prepared, abort = _prepared(client, step, hooks)
        with abort:
            return use(*prepared, step, abort)
    except DreamError as error:
        return {"error": described(error)}


def _take_step_in_loop(client: Any, step: dict[str, Any], hooks: Hooks) -> dict[str, Any]:
    async def take() -> dict[str, Any]:
        if "call" not in step:
            return _without_server(client, step)
        prepared, abort = _prepared(client, step, hooks)
        with abort:
            return await use_async(*prepared, step, abort)

    try:
        return asyncio.run(take())
    except DreamError as error:
        return {"error": described(error)}


def _prepared(client: Any, step: dict[str, Any], hooks: Hooks) -> tuple[Any, Any]:
    user = client.with_options(**settings_of(step["with"])) if "with" in step else client
    *holders, name = [snake(part) for part in step["call"].split(".")]
    holder = user
    for part in holders:
        holder = getattr(holder, part)
    method = getattr(holder, name)
    options = {
        snake(option): value_of(value) / 1000 if option in IN_MILLISECONDS else value_of(value)
        for option, value in step.get("options", {}).items()
    }
    signal = AbortSignal()
    if "abort" in step:
        options["signal"] = signal
    abort = Abort(step.get("abort", {}), signal, threading.Timer)
    hooks.on_retry = abort.retried
    places, names = arguments_of(method, step, options)
    return (user, method, places, names), abort


def _without_server(client: Any, step: dict[str, Any]) -> dict[str, Any]:
    if "constructEvent" in step:
        event = step["constructEvent"]
        body = event["body"]
        raw = (
            base64.b64decode(body["base64"])
            if "base64" in body
            else body.get("text", body.get("parsed"))
        )
        tolerance = {"tolerance": event["tolerance"]} if "tolerance" in event else {}
        made = client.webhooks.construct_event(
            raw, event.get("signature"), event["secret"], **tolerance
        )
        return {"value": made.raw}
    if "signTestEvent" in step:
        event = step["signTestEvent"]
        stamp = {"timestamp": event["timestamp"]} if "timestamp" in event else {}
        return {"value": client.webhooks.sign_test_event(event["body"], event["secret"], **stamp)}
    client.set_user_token(step["setUserToken"])
    return {"done": True}
