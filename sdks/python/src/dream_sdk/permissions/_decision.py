"""A decision that an application took by itself."""

from __future__ import annotations

import re
import time
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, NamedTuple

from .._core.exact_text import exact_text

if TYPE_CHECKING:
    from ..params.access import ReportedDecisionParam

_LONGEST_NAME = 255
_LONGEST_ACTION = 128
_LAST_REVISION = 2**53 - 1
_TENANT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")


class Decision(NamedTuple):
    """Attributes:
    decided_at: By ``time.time()``.
    """

    subject_type: str | None
    subject_id: str
    resource_type: str
    resource_id: str | None
    action: str
    tenant: str | None
    allowed: bool
    policy_revision: int
    decided_at: float

    @property
    def size(self) -> int:
        """The most bytes that it can be as JSON."""
        names = (self.subject_id, self.resource_type, self.resource_id or "", self.action)
        # With what stands around them. A quote is two, and what cannot be printed up to six.
        return 400 + sum(len(one) * (2 if _is_printable(one) else 6) for one in names)

    def to_param(self) -> ReportedDecisionParam:
        """As it is sent."""
        param: ReportedDecisionParam = {
            "decidedAt": datetime.fromtimestamp(self.decided_at, timezone.utc),
            "subject": {"id": self.subject_id},
            "action": self.action,
            "resource": {"type": self.resource_type},
            "allowed": self.allowed,
            "policyRevision": self.policy_revision,
        }
        if self.subject_type is not None:
            param["subject"]["type"] = self.subject_type
        if self.resource_id is not None:
            param["resource"]["id"] = self.resource_id
        if self.tenant is not None:
            param["tenant"] = self.tenant
        return param


def read_decision(
    subject: Any, permission: Any, resource: Any, tenant: Any, allowed: Any, policy_revision: Any
) -> Decision | None:
    """None for what is no decision: the server would refuse all that is sent with it. Never raises:
    what is given may be anything, and raise when it is read."""
    try:
        type_, _, action = _text(permission).partition(":")
        subject_type = subject.get("type")
        resource_id = None if resource is None else resource.get("id")
        return Decision(
            None if subject_type is None else _subject_type(subject_type),
            _name(subject.get("id")),
            _name(type_),
            None if resource_id is None else _name(resource_id),
            _name(action, _LONGEST_ACTION),
            None if tenant is None else _tenant(tenant),
            _truth(allowed),
            _revision(policy_revision),
            time.time(),
        )
    except Exception:
        return None


def _is_printable(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("it is no text")
    text = exact_text(value)
    # Half of a surrogate pair raises as well: neither can be kept anywhere.
    if "\0" in text or not (text.isascii() or text.encode()):
        raise ValueError("it cannot be sent")
    return text


def _name(value: Any, longest: int = _LONGEST_NAME) -> str:
    text = _text(value)
    if not 0 < len(text) <= longest:
        raise ValueError("it is no name")
    return text


def _subject_type(value: Any) -> str:
    text = _text(value)
    if text not in ("user", "service-account"):
        raise ValueError("there are no others")
    return text


def _tenant(value: Any) -> str:
    text = _text(value)
    if _TENANT.fullmatch(text) is None:
        raise ValueError("no tenant can be called so")
    return text


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("it is neither")
    return value


def _revision(value: Any) -> int:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not is_number or not 0 <= value <= _LAST_REVISION or int(value) != value:
        raise ValueError("it is no revision")
    return int(value)
