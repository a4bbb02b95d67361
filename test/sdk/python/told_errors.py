"""What an error tells of an answer, and of nothing else. Ends with a status other than 0 where the SDK is wrong."""

import socket

from answering import GET, HEAD, KEY, cut_after, kinds, outcomes, serve
from dream_sdk import (
    ApiConnectionError,
    Dream,
    PaginationError,
    PlatformError,
    ResponseError,
    ServerError,
)
from dream_sdk._core.retry import retry_after_of
from held import held_on_the_way


away = socket.create_server(("127.0.0.1", 0))
nobody = f"http://127.0.0.1:{away.getsockname()[1]}"
away.close()
broken, _ = serve(HEAD + b"Content-Length: nothing\r\n\r\n")
cut, _ = serve(b"", early=True)
# Much that is sent: what breaks off is the sending of it.
for error in outcomes(cut, 'client.tenants.create(name="x" * (1 << 25))'):
    assert isinstance(error, ApiConnectionError), repr(error)
    assert KEY not in held_on_the_way(error)
for url in (nobody, broken, cut):
    for error in outcomes(url, GET):
        assert isinstance(error, ApiConnectionError), repr(error)
        assert KEY not in held_on_the_way(error)
    user = Dream(
        base_url=url, publishable_key="pk_test_hidden", user_token="a.hidden.c", max_retries=0
    )
    try:
        user.me.get()
        raise AssertionError("somebody answered")
    except ApiConnectionError as error:
        assert "hidden" not in held_on_the_way(error)

# What a proxy sends back is shown without keys; the code of an error is what programs go by.
echoed = b'{"error": {"code": "a/%b", "message": "m %b", "details": {"%b": ["%b"]}, "param": ""}}'
echoed = echoed.replace(b"%b", KEY.encode())
url, _ = serve(
    b"HTTP/1.1 409 No\r\nX-Asked: Bearer %b\r\nContent-Length: %d\r\n\r\n%b"
    % (KEY.encode(), len(echoed), echoed)
)
for error in outcomes(url, GET):
    assert isinstance(error, PlatformError) and error.code == f"a/{KEY}", repr(error)
    assert (error.message, error.details, error.param) == ("m …", {"…": ["…"]}, None)
    assert error.headers["x-asked"] == "Bearer …" and error.body["error"]["message"] == "m …"
page = b"<p>Authorization: Bearer " + KEY.encode()
url, _ = serve(
    HEAD + b"X-Asked: %b\r\nContent-Length: %d\r\n\r\n%b" % (KEY.encode(), len(page), page)
)
for error in outcomes(url, GET):
    assert isinstance(error, ResponseError) and error.body == "<p>Authorization: Bearer …"
    assert KEY not in repr(error.headers) and error.__cause__ is None
    assert KEY not in held_on_the_way(error)
# Nor do reports of an error show it of what was read, or came before the answer broke off.
TOLD = b'"Bearer %b"' % KEY.encode()
for body in (TOLD, b'{"data": %b}' % TOLD):
    for more in (0, 9):
        url = cut_after(HEAD + b"Content-Length: %d\r\n\r\n%b" % (len(body) + more, body))
        for error in outcomes(url, "client.tenants.list().to_list()"):
            assert isinstance(error, (ResponseError, ApiConnectionError)), repr(error)
            assert KEY not in held_on_the_way(error), (body, more)

# What is no JSON is no answer, and a value in place of an object neither.
for text in (b'{"id": NaN}', b"[-Infinity]", b"null", b"5", b"[]", b'"x"'):
    url, _ = serve(HEAD + b"Content-Length: %d\r\n\r\n%b" % (len(text), text))
    for call in (GET, "client.entitlements.evaluate()", 'client.events.get("evt_1")'):
        assert kinds(outcomes(url, call)) == ["ResponseError"] * 2, (text, call)

body = b'{"data": [], "x": %b, "pagination": {"hasNext": 1}}' % TOLD
url, _ = serve(HEAD + b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
try:
    list(Dream(base_url=url, secret_key=KEY).tenants.list().pages())
    raise AssertionError("the list ended")
except ResponseError as error:
    assert KEY not in held_on_the_way(error)
# Nor of a page, whose cursor came before.
body = b'{"data": [{"id": %b}], "hasMore": true, "nextCursor": "c"}' % TOLD
url, _ = serve(HEAD + b"Connection: close\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
for error in outcomes(url, "client.events.list().to_list()"):
    assert isinstance(error, PaginationError) and KEY not in held_on_the_way(error), repr(error)
for body in (TOLD, b"[%b]" % TOLD):
    url, _ = serve(HEAD + b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    for error in outcomes(url, GET):
        assert isinstance(error, ResponseError) and KEY not in held_on_the_way(error), body

# Where nothing is to come, whatever comes is fine.
for text in (b"null", b"5", b"{}"):
    url, _ = serve(HEAD + b"Content-Length: %d\r\n\r\n%b" % (len(text), text))
    assert outcomes(url, 'client.tenants.delete("acme")') == [None] * 2, text

# What an error says of when to ask again, and that it says no more.
for text, seconds in {
    b'{"error": {"code": "a/b", "retryAfter": 7}}': 7.0,
    b'{"error": {"retryAfter": 7}}': 7.0,
    b'{"error": {"code": "a/b", "retryAfter": 1e999}}': None,
    b'{"error": {"code": "a/b", "retryAfter": -1}}': None,
    b'{"error": {"code": "a/b", "retryAfter": true}}': None,
}.items():
    url, _ = serve(b"HTTP/1.1 503 No\r\nContent-Length: %d\r\n\r\n%b" % (len(text), text))
    for error in outcomes(url, GET):
        assert isinstance(error, ServerError) and error.retry_after == seconds, (text, error)
        if b"code" in text:
            assert error.message == "The answer (503) says no more", error.message

NOW = 784_111_777.0
for date, seconds in {
    "Sun, 06 Nov 1994 08:49:38 GMT": 1.0,
    "Sunday, 06-Nov-94 08:49:38 GMT": 1.0,
    "Sun Nov  6 08:49:38 1994": 1.0,
    "Sun, 06 Nov 1993 08:49:38 GMT": 0.0,
    "Sun, 31 Feb 1994 08:49:37 GMT": None,
    "Sun, 06 Nov 1994 24:00:00 GMT": None,
    "Sun, 06 Nov 1994 08:60:37 GMT": None,
    "Sun, 06 Nov 1994 08:49:60 GMT": None,
    "Sun, 6 Nov 1994 08:49:37 GMT": None,
    "Sun, 06 Nov 1994 08:49:37 +0000": None,
}.items():
    assert retry_after_of({"retry-after": date}, NOW) == seconds, date
print("every part was run", end="")
