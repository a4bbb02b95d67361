"""What type checkers must take, and what they must refuse: strict ones complain of an ignore that ignores nothing."""

from __future__ import annotations

from datetime import datetime

from dream_sdk import (
    AsyncDream,
    Dream,
    DreamEvent,
    RawAnswer,
    ReceivedEvent,
    ThinEvent,
    UnknownEvent,
)
from dream_sdk.types import AlarmEvent, Pagination, RevisionApplied, Tenant, TenantPage

client = Dream(base_url="http://127.0.0.1", secret_key="sk_test_1")

tenant: Tenant = client.tenants.create(name="Acme", attributes={"seats": 3}, options={"timeout": 5})
created: datetime = tenant.created_at
region: str | None = tenant.region
names: list[str] = [one.name for one in client.tenants.list(page_size=2)]
page: TenantPage = client.tenants.list().first()
pagination: Pagination = page.pagination
some: list[Tenant] = client.tenants.list().to_list(max=3)
raw: RawAnswer[Tenant] = client.raw(client.tenants.get, "acme")
raw_page: RawAnswer[TenantPage] = client.raw(client.tenants.list, page_size=1)
other: Dream = client.with_options(tenant="acme", timeout=5)

client.tenants.create()  # type: ignore[call-arg]
client.tenants.create(name=5)  # type: ignore[arg-type]
client.tenants.create(name="Acme", nmae="Acme")  # type: ignore[call-arg]
client.tenants.get("acme", options={"timeuot": 5})  # type: ignore[arg-type]
client.raw(client.tenants.get, 5)  # type: ignore[call-overload]
client.with_options(timeuot=5)  # type: ignore[call-arg]
client.tenatns  # type: ignore[attr-defined]
tenant.nmae  # type: ignore[attr-defined]
number: int = tenant.name  # type: ignore[assignment]


async def uses_async() -> None:
    async with AsyncDream(user_token=None) as other:
        tenant: Tenant = await other.tenants.get("acme")
        page: TenantPage = await other.tenants.list()
        async for one in other.tenants.list():
            tenant = one
        raw: RawAnswer[Tenant] = await other.raw(other.tenants.get, "acme")
        raw_page: RawAnswer[TenantPage] = await other.raw(other.tenants.list)
        print(tenant, page, raw, raw_page)
        text: str = other.tenants.get("acme")  # type: ignore[assignment]
        print(text)


def happened(event: DreamEvent) -> str:
    text: str = event.type
    event.data.changes  # type: ignore[union-attr]
    if event.type == "revision.applied":
        applied: RevisionApplied = event.data
        return f"{event.id} {applied.changes + 1}"
    if event.type in ("flag.created", "flag.updated"):
        return event.created_at.isoformat()
    if event.type == "tenant.updated":
        event.data.changes  # type: ignore[attr-defined]
        return event.data.author
    if event.type == "tenant.upated":  # type: ignore[comparison-overlap]
        return text
    if isinstance(event, UnknownEvent):
        return f"{event.type.upper()} {event.data.get('amount')}"
    return event.tenant_id or event.subject


def arrived(event: ReceivedEvent) -> str:
    if isinstance(event, ThinEvent):
        whole: DreamEvent = client.events.get(event.id)
        return happened(whole)
    return happened(event)


def arrived_unasked(event: ReceivedEvent) -> int | None:
    event.subject  # type: ignore[union-attr]
    happened(event)  # type: ignore[arg-type]
    if event.type == "tenant.upated":  # type: ignore[comparison-overlap]
        return 0
    if event.type == "revision.applied":
        event.data.changes  # type: ignore[union-attr]
        return None if event.data is None else event.data.changes
    return None


received: ReceivedEvent = client.webhooks.construct_event(b"{}", "t=1,v1=2", "whsec_1")
past: list[DreamEvent] = client.events.list().to_list(max=1)
alarms: list[int] = [event.data.count for event in past if isinstance(event, AlarmEvent)]
