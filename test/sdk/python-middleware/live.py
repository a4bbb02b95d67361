"""The middleware before a server that verifies tokens. Its input is a list of questions:
``{"token": …, "tenant": …, "permission": …}``; its output, for each kind, what was answered."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from typing import Any

import asgi_kind
import wsgi_kind
from scripted_dream import bearing, clock

from dream_sdk import AsyncDream, Dream
from dream_sdk.middleware.asgi import AsgiMiddleware
from dream_sdk.middleware.wsgi import WsgiMiddleware

# The application has the time of the server.
clock.now = float(os.environ["LIVE_NOW"])
KEY = os.environ["LIVE_PUBLISHABLE_KEY"]
questions = json.load(sys.stdin)


def answers(kind: Any, dream: Any) -> list[Any]:
    told: list[Any] = []
    app = kind.app(lambda context: f"{context.user.id} of {context.tenant_id}")
    for one in questions:
        headers = bearing(
            one["token"], **({"X_Tenant_ID": one["tenant"]} if "tenant" in one else {})
        )
        answer = kind.ask(dream.require_permission(one["permission"])(app), headers)
        told.append(
            answer.content.decode() if answer.status == 200 else [answer.status, answer.code]
        )
    return told


async def close(dream: AsyncDream) -> None:
    await dream.close()
    # A connection is closed with the next turn of its loop.
    await asyncio.sleep(0)


dream = Dream(publishable_key=KEY, max_retries=0)
async_dream = AsyncDream(publishable_key=KEY, max_retries=0)
told = {
    "wsgi": answers(wsgi_kind, WsgiMiddleware(dream)),
    "asgi": answers(asgi_kind, AsgiMiddleware(async_dream)),
}
asyncio.run_coroutine_threadsafe(close(async_dream), asgi_kind.loop).result()
dream.close()
print(json.dumps(told))
