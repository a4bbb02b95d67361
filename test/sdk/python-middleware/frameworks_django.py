"""Django, as an application that speaks WSGI (``wsgi``), or one that speaks ASGI (``asgi``)."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import asgi_kind
import django
import wsgi_kind
from answers import asked_over_http
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.urls import path
from frameworks_servers import behind_uvicorn, behind_werkzeug
from frameworks_tried import NOT_FOUND, tried
from scripted_dream import ScriptedDream, bearing, good

from dream_sdk import DreamError

IS_ASYNC = sys.argv[1] == "asgi"
KIND: Any = asgi_kind if IS_ASYNC else wsgi_kind
SCRIPT = ScriptedDream()
DREAM: Any = KIND.middleware(SCRIPT)


class Errors:
    """Answers what a view raises: Django would make a page of it."""

    def __init__(self, get_response: Callable[[Any], Any]) -> None:
        self._get_response = get_response

    def __call__(self, request: Any) -> Any:
        return self._get_response(request)

    def process_exception(self, request: Any, error: Exception) -> Any:
        if not isinstance(error, DreamError):
            return None
        answer = DREAM.answer_to(error)
        return HttpResponse(answer.content, status=answer.status, headers=answer.headers)


def me(request: Any) -> Any:
    """Of a view without ``async``, called in another thread in ASGI."""
    context = request.scope["state"]["dream"] if IS_ASYNC else request.META["dream.auth"]
    assert context is KIND.current()
    return HttpResponse(context.user.id)


def context(request: Any) -> Any:
    return HttpResponse(json.dumps([KIND.current().tenant_id, KIND.current().flag_context]))


def stream(request: Any) -> Any:
    def pieces() -> Iterator[str]:
        for _ in range(3):
            yield KIND.current().user.id

    async def awaited() -> AsyncIterator[str]:
        for piece in pieces():
            yield piece

    return StreamingHttpResponse(awaited() if IS_ASYNC else pieces())


def answered(number: str) -> Any:
    if number == "0":
        raise NOT_FOUND
    if number == "none":
        raise Http404("none of the SDK's")
    return HttpResponse(number)


guarded: Any = DREAM.guard_view("report:read", resource=lambda _, number: {"id": number})
if IS_ASYNC:

    @guarded
    async def invoice(request: Any, number: str) -> Any:
        return answered(number)

else:

    @guarded
    def invoice(request: Any, number: str) -> Any:
        return answered(number)


urlpatterns = [
    path("me", me),
    path("context", context),
    path("stream", stream),
    path("invoices/<str:number>", invoice),
]
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    LOGGING_CONFIG=None,
    MIDDLEWARE=[f"{__name__}.Errors"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="of nobody",
)
logging.getLogger("django").setLevel(logging.CRITICAL)
django.setup()
if IS_ASYNC:
    port = behind_uvicorn(DREAM.with_tenant(get_asgi_application()), lifespan="auto")
else:
    port = behind_werkzeug(DREAM.with_tenant(get_wsgi_application()))
tried(port, SCRIPT)
SCRIPT.check = (200, {"allowed": True})
for missing in ("/invoices/none", "/nowhere"):
    page = asked_over_http(port, bearing(good()), missing)
    assert page.status == 404 and page.headers["content-type"].startswith("text/html"), page
sys.stdout.write("every part was run")
