"""Answers that a client of permissions gave by itself, as decisions that are reported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, cast

from ._local_answer import RoleHolder
from ._role_policy import PermissionAnswer, ResourceInHand


class DecisionSink(Protocol):
    """A ``DecisionReporter`` or an ``AsyncDecisionReporter``."""

    def report(
        self,
        *,
        subject: Any,
        permission: str,
        allowed: bool,
        policy_revision: float,
        resource: ResourceInHand | None = None,
        tenant: str | None = None,
    ) -> None: ...


class About:
    """Whom a question is about beyond what it says of roles, and in which tenant."""

    __slots__ = ("subject", "tenant")

    def __init__(self, subject: object = None, tenant: str | None = None) -> None:
        self.subject = subject
        self.tenant = tenant


OF_CLAIMS = About()


def report_answer(
    reporter: DecisionSink,
    answer: PermissionAnswer,
    revision: float,
    who: RoleHolder,
    permission: str,
    resource: ResourceInHand | None,
    about: About,
) -> None:
    """Reports the answer where it is known whom it is about. Never raises."""
    # What only the server knows is in the log once it was asked.
    if answer == "ask":
        return
    try:
        subject, tenant = about.subject, about.tenant
        if isinstance(who, Mapping):
            claims = cast("Mapping[str, Any]", who)
            subject = {"id": claims.get("sub")} if subject is None else subject
            tenant = claims.get("tenantId") if tenant is None else tenant
        if subject is not None:
            reporter.report(
                subject=subject,
                permission=permission,
                allowed=answer == "yes",
                policy_revision=revision,
                resource=resource,
                tenant=tenant,
            )
    except Exception:
        # Claims may be anything, and raise when they are read.
        return
