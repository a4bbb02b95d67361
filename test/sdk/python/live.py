"""The SDK against a real control plane: what it saw, as one line of JSON."""

import asyncio
import json
import os

from dream_sdk import AsyncDream, Dream, NotFoundError


def sync_part() -> dict[str, object]:
    client = Dream()
    ids = [f"tenant-{index}" for index in range(5)]
    created = [client.tenants.create(id=id, name=id.title(), attributes={}) for id in ids]
    first = client.tenants.list(page_size=2).first()
    try:
        client.tenants.get("nobody")
        refused = None
    except NotFoundError as error:
        refused = {
            "code": error.code,
            "status": error.status,
            "userMessage": error.user_message,
            "hasRequestId": error.request_id is not None,
        }
    client.tenants.delete(ids[0])
    once = {"idempotency_key": "create-once"}
    replayed = [client.raw(client.tenants.create, name="Once", options=once) for _ in range(2)]
    with client.flags.stream() as events:
        first_event = next(iter(events)).event
    export = client.audit.export(tenant="tenant-1")
    return {
        "created": [tenant.created_at.tzname() for tenant in created],
        "first": [len(first.data), first.pagination.has_next],
        "listed": sorted(one.id for one in client.tenants.list(page_size=2).auto_paging_iter()),
        "pages": [len(page.data) for page in client.tenants.list(page_size=3).pages()],
        "some": len(client.tenants.list(page_size=2).to_list(max=3)),
        "refused": refused,
        "isReplayed": replayed[0].value == replayed[1].value,
        "replayed": replayed[1].headers.get("Idempotent-Replayed"),
        "event": first_event,
        "exported": "manifest" in export.text(),
        "pieces": sum(len(piece) for piece in export) > 0,
        "types": sorted({event.type for event in client.events.list(limit=3)}),
        "users": user_part(),
    }


def user_part() -> str:
    shop = Dream(publishable_key=os.environ["LIVE_PUBLISHABLE_KEY"])
    shop.set_user_token(lambda: os.environ["LIVE_TOKEN"])
    return shop.me.get().id


async def async_part() -> dict[str, object]:
    async with AsyncDream() as client:
        tenants = [
            *await asyncio.gather(*(client.tenants.create(name=f"Async {n}") for n in range(3)))
        ]
        first = await client.tenants.list(page_size=2)
        listed = [one.id async for one in client.tenants.list(page_size=2).auto_paging_iter()]
        try:
            await client.tenants.get("nobody")
            refused = None
        except NotFoundError as error:
            refused = error.user_message
        async with client.flags.stream() as events:
            async for event in events:
                first_event = event.event
                break
        raw = await client.raw(client.tenants.get, tenants[0].id)
        text = await client.audit.export(tenant="tenant-1").text()
        return {
            "first": len(first.data),
            "found": {tenant.id for tenant in tenants} <= set(listed),
            "refused": refused,
            "event": first_event,
            "raw": [raw.status, raw.attempts, raw.value == tenants[0]],
            "exported": "manifest" in text,
        }


print(json.dumps({"sync": sync_part(), "async": asyncio.run(async_part())}))
