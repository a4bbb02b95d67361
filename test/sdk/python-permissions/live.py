"""Does as it is told, one line of JSON in, one line out, with clients of a real control plane.

A line names the client, ``permissions`` or ``entitlements``, the method, and its arguments.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from dream_sdk import AsyncDream, Dream, DreamError
from dream_sdk.entitlements import AsyncEntitlementClient, EntitlementClient
from dream_sdk.permissions import AsyncPermissionClient, PermissionClient

# Long enough that nothing but the stream can tell of a change.
LONG = 3600.0
problems: list[str] = []


async def obey(clients: dict[str, Any]) -> None:
    while line := await asyncio.to_thread(sys.stdin.readline):
        client, method, arguments = json.loads(line)
        if method == "revision":
            policy = clients[client].policy
            answer = None if policy is None else policy.revision
        elif method == "problems":
            answer = problems
        else:
            try:
                answer = getattr(clients[client], method)(**arguments)
                answer = await answer if asyncio.iscoroutine(answer) else answer
            except DreamError as error:
                answer = type(error).__name__
        print(json.dumps(answer, default=lambda value: value.to_dict()), flush=True)


async def main(kind: str) -> None:
    if kind == "async":
        async with AsyncDream() as client, AsyncPermissionClient(
            client, refresh_interval=LONG, on_problem=problems.append
        ) as permissions:
            entitlements = AsyncEntitlementClient(client, time_to_live=LONG)
            await obey({"permissions": permissions, "entitlements": entitlements})
        return
    with Dream() as plain, PermissionClient(
        plain, refresh_interval=LONG, on_problem=problems.append
    ) as asked:
        kept = EntitlementClient(plain, time_to_live=LONG)
        await obey({"permissions": asked, "entitlements": kept})


asyncio.run(main(sys.argv[1]))
