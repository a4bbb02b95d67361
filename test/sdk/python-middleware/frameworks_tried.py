"""What an application of any framework answers."""

from __future__ import annotations

from answers import Answer, asked_over_http
from scripted_dream import ScriptedDream, bearing, good

from dream_sdk import NotFoundError

NOT_FOUND = NotFoundError(code="invoices/not-found", message="None.", user_message="No invoice.")


def tried(port: int, script: ScriptedDream) -> None:
    """``/me``, ``/context``, ``/stream`` and ``/invoices/<number>``, of which 0 raises ``NOT_FOUND``,
    and nothing else."""
    token = good()

    def ask(path: str, **more: str) -> Answer:
        return asked_over_http(port, bearing(token, **more), path)

    named = ask("/me", X_Request_Id="r1")
    assert (named.content, named.headers["x-request-id"]) == (b"ada", "r1"), named
    assert script.asked == [f"/v1/me - {token[-12:]}"], script.asked
    context = {
        "user": {"key": "ada", "roles": ["editor"]},
        "tenant": {"key": "acme", "plan": "pro"},
    }
    assert ask("/context").json == ["acme", context], ask("/context")
    assert ask("/stream").content == b"adaadaada"
    assert ask("/invoices/7").content == b"7"
    assert '"7"' in script.asked[-1] and len(script.asked) == 2, script.asked
    missing = ask("/invoices/0", X_Request_Id="r2")
    error = {"code": "invoices/not-found", "message": "None.", "userMessage": "No invoice."}
    assert (missing.status, missing.json["error"]) == (404, {**error, "requestId": "r2"}), missing
    assert missing.headers["cache-control"] == "no-store", missing
    script.check = (200, {"allowed": False})
    denied = ask("/invoices/7")
    assert (denied.status, denied.code) == (403, "access/permission-denied"), denied
    nobody = asked_over_http(port, {}, "/me")
    assert (nobody.status, nobody.code) == (401, "auth/missing-credentials"), nobody
    assert nobody.headers["www-authenticate"] == "Bearer", nobody
    # What a framework says by itself is its own.
    assert ask("/none").status == 404 and b"success" not in ask("/none").content
    elsewhere = ask("/me", X_Tenant_ID="globex")
    assert (elsewhere.content, script.asked[-1]) == (b"ada", f"/v1/me globex {token[-12:]}")
