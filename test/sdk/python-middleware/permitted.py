"""What who is signed in may do."""

from __future__ import annotations

import inspect
import sys
from typing import Any

import asgi_kind
import wsgi_kind
from answers import Answer
from scripted_dream import ScriptedDream, bearing, good, user, wrong

from dream_sdk import ConfigurationError

DENIED = (403, "access/permission-denied")


class Answering:
    """A ``PermissionClient`` that knows a few answers."""

    def can(self, who: Any, permission: str, resource: Any = None) -> Any:
        assert who == ["editor"], who
        return {"report:read": "yes", "report:share": "ask"}.get(permission, "no")


def outcome(kind: Any, permission: str, **options: Any) -> Any:
    """The answer, and what was asked beyond who it is."""
    script = options.pop("script", None) or ScriptedDream()
    resource = options.pop("resource", None)
    dream = kind.middleware(script, **options)
    guarded = dream.require_permission(permission, resource=resource)
    answer: Answer = kind.ask(guarded(kind.app(lambda _: "done")), bearing(good()))
    told: Any = answer.status if answer.status == 200 else (answer.status, answer.code)
    return told, script.asked[1:]


def goes_by_what_they_hold(kind: Any) -> None:
    for permission in ("invoice:read", "invoice:*", "invoice:read:own"):
        assert outcome(kind, permission) == (200, []), permission
    # Nobody can ask the server about a wildcard.
    assert outcome(kind, "report:*") == (DENIED, [])
    for wrong_one in ("", "invoice", "invoice:Read", "invoice:read\n", None):
        dream = kind.middleware(ScriptedDream())
        for made in (dream.require_permission, dream.guard_view):
            try:
                made(wrong_one)
            except ConfigurationError:
                continue
            raise AssertionError(f"{wrong_one!r} is no permission")


def asks_about_the_resource(kind: Any) -> None:
    script = ScriptedDream()
    resource = {"id": "42", "properties": {"amount": 5}}
    found = outcome(kind, "report:read:own", script=script, resource=lambda _: resource)
    asked = '{"action":"read:own","resource":{"type":"report","id":"42","properties":{"amount":5}}}'
    assert found[0] == 200 and len(found[1]) == 1, found
    path, tenant, _, body = found[1][0].split(" ", 3)
    assert (path, tenant, body.replace(" ", "")) == ("/v1/access/check", "acme", asked), found
    script.check = (200, {"allowed": False})
    assert outcome(kind, "report:read:own", script=script, resource=lambda _: resource)[0] == DENIED
    for not_yes in (None, "true", 1):
        script.check = (200, {"allowed": not_yes})
        assert outcome(kind, "report:read", script=script)[0] == DENIED


def spares_questions(kind: Any) -> None:
    for permission, told, questions in (
        ("report:read", 200, 0),
        ("report:delete", DENIED, 0),
        ("report:share", 200, 1),
    ):
        found = outcome(kind, permission, permissions=Answering())
        assert (found[0], len(found[1])) == (told, questions), (permission, found)


def is_refused_by_now(kind: Any) -> None:
    errors: list[Any] = []
    script = ScriptedDream()
    script.check = wrong(401, "auth/expired-token")
    told = outcome(kind, "report:read", script=script, on_error=lambda *one: errors.append(one))
    assert (told[0], errors) == ((401, "auth/expired-token"), []), told
    script.check = wrong(401, "auth/revoked-key")
    told = outcome(kind, "report:read", script=script, on_error=lambda *one: errors.append(one))
    assert told[0] == (503, "upstream/unavailable"), told
    assert [error.code for error, _ in errors] == ["auth/revoked-key"], errors


def within_a_scope(kind: Any) -> None:
    def asked(held: list[str], resource: Any, wanted: str = "report:read:own") -> Any:
        script = ScriptedDream()
        script.me = (200, user(permissions=held))
        script.check = (200, {"allowed": False})
        told, questions = outcome(kind, wanted, script=script, resource=lambda _: resource)
        return told, len(questions)

    for one in ({"id": "42"}, {"id": ""}, {"properties": {"createdBy": "bob"}}):
        assert asked(["report:read:own"], one) == (DENIED, 1), one
        assert asked(["report:read:*", "report:*:own"], one) == (DENIED, 1), one
        assert asked(["report:*:own"], one, "report:*:own") == (DENIED, 0), one
        for whole in ("report:read", "report:*", "*"):
            assert asked(["report:read:own", whole], one) == (200, 0), (whole, one)
    types: tuple[Any, ...] = (None, {}, {"id": None}, {"properties": {}})
    for about_the_type in types:
        assert asked(["report:read:own"], about_the_type) == (200, 0), about_the_type
        assert asked(["report:read:*"], about_the_type) == (200, 0), about_the_type


class Row:
    """As an application has them of its database, and gives them by mistake."""

    id = "42"


async def found_later(_: Any) -> Any:
    return {"id": "42"}


def takes_mappings_alone(kind: Any) -> None:
    """What cannot be read must not pass for a question about the type, which more are granted."""
    no_mappings: list[Any] = [Row(), "42", ("42",), 42, False, [], b""]
    for resource in no_mappings:
        for permissions in (None, Answering()):
            errors: list[Any] = []
            script = ScriptedDream()
            script.me = (200, user(permissions=["report:read:own"]))
            found = outcome(
                kind,
                "report:read:own",
                script=script,
                resource=lambda _, given=resource: given,
                permissions=permissions,
                on_error=lambda *one, errors=errors: errors.append(one[0]),
            )
            assert found == ((500, "internal/error"), []), (resource, found)
            assert [type(error) for error in errors] == [ConfigurationError], errors
    script = ScriptedDream()
    script.me = (200, user(permissions=["report:read:own"]))
    script.check = (200, {"allowed": False})
    unsized = {"properties": Row()}
    # Nothing is made of it here: whatever becomes of the question, it is not granted.
    told, _ = outcome(kind, "report:read:own", script=script, resource=lambda _: unsized)
    assert told != 200, told


def takes_no_coroutine_for_a_resource() -> None:
    waiting = found_later(None)
    script = ScriptedDream()
    script.me = (200, user(permissions=["report:read:own"]))
    found = outcome(wsgi_kind, "report:read:own", script=script, resource=lambda _: waiting)
    waiting.close()
    assert found == ((500, "internal/error"), []), found


def guards_views(kind: Any) -> None:
    script = ScriptedDream()
    script.me = (200, user(permissions=["report:read:own"]))
    script.check = (200, {"allowed": False})
    dream = kind.middleware(script)
    seen: list[Any] = []

    def about(number: int, *, name: str) -> Any:
        return {"id": f"{number}-{name}"}

    def show(number: int, *, name: str) -> str:
        """Shows it."""
        return f"{number} {name}"

    async def show_soon(number: int, *, name: str) -> str:
        """Shows it."""
        return f"{number} {name}"

    guard = dream.guard_view("report:read:own", resource=about)
    view = guard(show if kind is wsgi_kind else show_soon)

    def call(_context: Any) -> Any:
        seen.append(view.__doc__)
        return view(7, name="x")

    app = dream.error_handler(dream.with_tenant(kind.app(call)))
    denied = kind.ask(app, bearing(good()))
    assert (denied.status, denied.code, seen) == (*DENIED, ["Shows it."]), denied
    assert '"7-x"' in script.asked[1] and len(script.asked) == 2, script.asked
    script.check = (200, {"allowed": True})
    assert kind.ask(app, bearing(good())).content == b"7 x"
    # Who is not known at all does not even get to be asked about.
    try:
        outside = view(7, name="x")
        if kind is asgi_kind:
            asgi_kind.asyncio.run(outside)
    except ConfigurationError:
        return
    raise AssertionError("nobody looked at this request")


class Number(int):
    """Known here, and not where views are guarded."""


def stands_for_views(kind: Any) -> None:
    """Frameworks read from a signature what a view is to be called with."""

    def show(number: Number) -> str:
        return str(number)

    async def show_soon(number: Number) -> str:
        return str(number)

    def show_unknown(number: NamedForTypeCheckersAlone) -> None:  # type: ignore[name-defined]  # noqa: F821
        return None

    async def show_unknown_soon(number: NamedForTypeCheckersAlone) -> None:  # type: ignore[name-defined]  # noqa: F821
        return None

    views = (show, show_unknown) if kind is wsgi_kind else (show_soon, show_unknown_soon)
    guard = kind.middleware(ScriptedDream()).guard_view("report:read")
    signature, unknown = [inspect.signature(guard(view)) for view in views]
    assert signature.parameters["number"].annotation is Number, signature
    assert signature.return_annotation is str, signature
    left = unknown.parameters["number"].annotation
    assert left == "NamedForTypeCheckersAlone", left


def refuses_views_that_hold_up_the_loop() -> None:
    dream = asgi_kind.middleware(ScriptedDream())

    def view() -> str:
        return ""

    blocking: Any = view
    try:
        dream.guard_view("report:read")(blocking)
    except ConfigurationError:
        return
    raise AssertionError("a view that holds up the loop was taken")


def authorizes_by_what_was_said(kind: Any) -> None:
    """What an application does to its copy grants nothing."""
    script = ScriptedDream()
    dream = kind.middleware(script)

    def edit(context: Any) -> Any:
        context.user.permissions[:] = ["*"]
        context.user.raw["permissions"] = ["*"]
        context.flag_context["user"]["roles"].append("owner")
        return kind.authorize(context, "admin:*")

    app = dream.error_handler(dream.with_tenant(kind.app(edit)))
    token = good()
    told = kind.ask(app, bearing(token))
    assert (told.status, told.code) == DENIED, told
    shown = dream.with_tenant(
        kind.app(lambda one: (one.user.permissions, one.flag_context["user"]))
    )
    found = kind.ask(shown, bearing(token)).content.decode()
    assert found == str((["invoice:*"], {"key": "ada", "roles": ["editor"]})), found
    assert len(script.asked) == 1, script.asked


def each_asks_for_itself(kind: Any) -> None:
    customers, staff = ScriptedDream(), ScriptedDream()
    customers.me = (200, user(tenantId="customers", permissions=["*"]))
    staff.me = (200, user(tenantId="staff", permissions=["desk:read"]))
    one, other = kind.middleware(customers), kind.middleware(staff)
    told = kind.app(lambda context: context.tenant_id)
    token = good()
    inner_first = one.with_tenant(other.require_permission("desk:read")(told))
    assert kind.ask(inner_first, bearing(token)).content == b"staff"
    staff.check = (200, {"allowed": False})
    denied = one.with_tenant(other.require_permission("desk:delete")(told))
    assert kind.ask(denied, bearing(token)).status == 403
    again = other.with_tenant(one.with_tenant(one.require_permission("desk:delete")(told)))
    assert kind.ask(again, bearing(token)).content == b"customers"
    assert len(customers.asked) == 1, customers.asked


for each in (wsgi_kind, asgi_kind):
    goes_by_what_they_hold(each)
    asks_about_the_resource(each)
    spares_questions(each)
    is_refused_by_now(each)
    within_a_scope(each)
    takes_mappings_alone(each)
    guards_views(each)
    stands_for_views(each)
    authorizes_by_what_was_said(each)
    each_asks_for_itself(each)
takes_no_coroutine_for_a_resource()
refuses_views_that_hold_up_the_loop()
sys.stdout.write("every part was run")
