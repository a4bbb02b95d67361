"""What is no policy, no list of roles and no permission."""

from __future__ import annotations

from typing import Any

from dream_sdk.permissions import (
    RolePolicy,
    has_all_permissions,
    has_any_permission,
    matches_permission,
)

GRANT = {"permission": "invoice:read"}
NO_POLICIES: list[Any] = [
    None,
    [],
    "{}",
    {},
    {"revision": 1},
    {"revision": "1", "roles": {}, "resourceTypes": {}},
    {"revision": True, "roles": {}, "resourceTypes": {}},
    {"revision": 1, "roles": {"viewer": "invoice:read"}, "resourceTypes": {}},
    {"revision": 1, "roles": {"viewer": ["invoice:read"]}, "resourceTypes": {}},
    {"revision": 1, "roles": {"viewer": [GRANT | {"condition": None}]}, "resourceTypes": {}},
    {"revision": 1, "roles": {"viewer": [{"permission": 7}]}, "resourceTypes": {}},
    {"revision": 1, "roles": {}, "resourceTypes": {"invoice": [7]}},
    {"revision": 1, "roles": {}, "resourceTypes": []},
    {"revision": 1, "roles": {}, "resourceTypes": {}, "scopes": []},
    {"revision": 1, "roles": {}, "resourceTypes": {}, "relationActions": None},
]

for payload in NO_POLICIES:
    try:
        RolePolicy(payload)
    except TypeError:
        continue
    raise AssertionError(f"{payload} is no policy")

policy = RolePolicy(
    {"revision": 1, "roles": {"admin": [{"permission": "*"}]}, "resourceTypes": {"a": ["read"]}}
)
roles: Any
for roles in (None, "admin", b"admin", [7], [["admin"]], {"admin": True}, {0: "admin"}, 7, object()):
    found = (policy.can(roles, "a:read"), policy.permissions_of(roles))
    assert found == ("ask", ()), (roles, found)
for roles in (("admin",), {"admin"}, frozenset(["admin"])):
    assert policy.can(roles, "a:read") == "yes", roles

permission: Any
unlike = ("a:read\n", "\na:read", "a:read ", "a:réad", "\ud800")
for permission in (None, 7, b"a:read", ["a:read"], *unlike):
    assert policy.can(["admin"], permission) == "no", permission
    assert not matches_permission("*", permission) and not matches_permission(permission, "a:read")
for wrong in (None, "a:read", {"a:read": 1}, 7):
    one: Any = wrong
    assert not has_any_permission(one, ["a:read"]) and not has_any_permission(["*"], one)
    assert not has_all_permissions(one, []) and not has_all_permissions(["*"], one)

conditional = RolePolicy(
    {
        "revision": 1,
        "roles": {"viewer": [{"permission": "a:read:own"}]},
        "resourceTypes": {"a": ["read"]},
        "scopes": {"a": ["own"]},
        "relationActions": {},
    }
)
resource: Any
for resource in (None, {}, {"id": None}, {"properties": {}}, {"properties": None}):
    assert conditional.can(["viewer"], "a:read:own", resource) == "yes", resource
for resource in ({"id": ""}, {"id": 0}, {"properties": {"amount": None}}, {"properties": 7}):
    assert conditional.can(["viewer"], "a:read:own", resource) == "ask", resource
# What cannot be read must not pass for a question about the type, which more are granted.
for resource in ("", "42", 7, 0, False, ["42"], ("42",), object()):
    assert conditional.can(["viewer"], "a:read:own", resource) == "ask", resource
    assert policy.can(["admin"], "a:read", resource) == "ask", resource

# By UTF-16 code units, in which what lies beyond the basic plane begins with a surrogate.
conditions = ["\U0001f600", "\uff5e", "a", "\ud800"]
sorted_grants = RolePolicy(
    {
        "revision": 1,
        "roles": {"viewer": [GRANT | {"condition": one} for one in conditions] + [GRANT]},
        "resourceTypes": {},
    }
).permissions_of(["viewer"])
in_order = [one.condition for one in sorted_grants]
assert in_order == [None, "a", "\ud800", "\U0001f600", "\uff5e"], in_order

older = RolePolicy({"revision": 1, "roles": {"viewer": []}, "resourceTypes": {"invoice": ["read"]}})
assert older.can(["viewer"], "invoice:read", {"id": "42"}) == "ask"
assert older.can(["viewer"], "invoice:read") == "no"
assert older.can(["viewer"], "invoice:fly", {"id": "42"}) == "no"
print("every part was run")
