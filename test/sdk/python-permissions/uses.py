"""What type checkers must take, and what they must refuse: strict ones complain of an ignore that ignores nothing."""

from __future__ import annotations

from typing import Any

from dream_sdk import AsyncDream, Dream
from dream_sdk.entitlements import AsyncEntitlementClient, EntitlementClient
from dream_sdk.permissions import (
    AsyncDecisionReporter,
    AsyncPermissionClient,
    DecisionReporter,
    GrantedPermission,
    PermissionAnswer,
    PermissionClient,
    RolePolicy,
    has_any_permission,
    matches_permission,
)
from dream_sdk.types.entitlements import EntitlementAccess

client = Dream(base_url="http://127.0.0.1:1", secret_key="sk_test_1")
claims: dict[str, Any] = {"roleSlugs": ["viewer"]}

is_covered: bool = matches_permission("invoice:*", "invoice:read")
is_any: bool = has_any_permission({"invoice:*"}, ["invoice:read"])
policy = RolePolicy(client.access.policy().raw)
granted: tuple[GrantedPermission, ...] = policy.permissions_of(["viewer"], "invoice")

with PermissionClient(client, report=False, on_problem=print) as permissions:
    answer: PermissionAnswer = permissions.can(claims, "invoice:read", {"id": "42"})
    permissions.can(["viewer"], "invoice:read", {"properties": {"amount": 5}})
    is_allowed: bool = permissions.check(
        claims, "invoice:read", {"id": "42"}, subject={"id": "ada"}, options={"timeout": 5}
    )
    permissions.can(7, "invoice:read")  # type: ignore[arg-type]
    permissions.can(claims, "invoice:read", "42")  # type: ignore[arg-type]
    permissions.can(claims, "invoice:read", {"key": "42"})  # type: ignore[arg-type]
    permissions.cann(claims, "invoice:read")  # type: ignore[attr-defined]

with DecisionReporter(client, interval=1, on_problem=print) as reporter:
    reporter.report(
        subject={"id": "ada"},
        permission="invoice:read",
        allowed=True,
        policy_revision=policy.revision,
        resource={"id": "42"},
    )
    reporter.report(permission="invoice:read", allowed=True)  # type: ignore[call-arg]
    reporter.report(
        subject="ada",  # type: ignore[arg-type]
        permission="invoice:read",
        allowed=True,
        policy_revision=7,
    )
    reporter.flush()

entitlements = EntitlementClient(client, time_to_live=60)
has: bool = entitlements.has("acme", "sso")
access: EntitlementAccess = entitlements.get("acme", "seats")
everything: dict[str, EntitlementAccess] = entitlements.all("acme")
entitlements.forget()
PermissionClient(AsyncDream())  # type: ignore[arg-type]
DecisionReporter(AsyncDream())  # type: ignore[arg-type]
AsyncDecisionReporter(client)  # type: ignore[arg-type]
EntitlementClient(client, timeToLive=60)  # type: ignore[call-arg]


async def uses_async(asked: AsyncDream) -> None:
    async with AsyncPermissionClient(asked) as later:
        at_once: PermissionAnswer = later.can(["viewer"], "invoice:read")
        is_ready: bool = await later.ready()
        no_promise: bool = later.check(["viewer"], "invoice:read")  # type: ignore[assignment]
        print(at_once, is_ready, no_promise)
        await later.flush()
    level: str | None = (await AsyncEntitlementClient(asked).get("acme", "support")).level
    print(level)
