"""No report of an error shows a key that a server, or a proxy before it, sends back: not by a text, and not by the variables of
a frame. With the word `httpx`, the calls go over clients of it. Ends with a status other than 0 where the SDK is wrong."""

import socket
import sys
import threading
import traceback

from answering import ENDED, GET, HEAD, KEY, cut_after, outcomes, serve
from dream_sdk import (
    AbortedError,
    ApiConnectionError,
    ApiTimeoutError,
    ConflictError,
    DreamError,
    RawAnswer,
    ServerError,
)
from held import held_on_the_way

OVER = "httpx" if "httpx" in sys.argv else None
TOLD = KEY.encode()
PAGE = b"<p>Authorization: Bearer " + TOLD


def hang_after(answer: bytes) -> str:
    """Answers every request alike, and keeps the connection as it is."""
    listener = socket.create_server(("127.0.0.1", 0))
    kept: list[socket.socket] = []

    def accept() -> None:
        while True:
            connection, _ = listener.accept()
            kept.append(connection)
            connection.recv(65_536)
            connection.sendall(answer)

    threading.Thread(target=accept, daemon=True).start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def answer(status: bytes, *, more: int = 0) -> bytes:
    """With a page that says the key; `more`: bytes that are said to come, and do not."""
    head = b"HTTP/1.1 %b\r\nX-Asked: Bearer %b\r\nContent-Length: %d\r\n\r\n"
    return head % (status, TOLD, len(PAGE) + more) + PAGE


def hidden(
    kind: type[DreamError],
    url: str,
    handled: BaseException | None = None,
    call: str = GET,
    **options: object,
) -> None:
    found = outcomes(url, call, over=OVER, **options)
    assert len(found) == 2
    for error in found:
        assert isinstance(error, kind), repr(error)
        assert KEY not in held_on_the_way(error), held_on_the_way(error)
        assert error.__suppress_context__ or error.__context__ is handled


# A whole answer, one that breaks off, and one that does not come to its end in time.
hidden(ConflictError, serve(answer(b"409 No"))[0])
hidden(ConflictError, cut_after(answer(b"409 No", more=9)))
hidden(ApiTimeoutError, hang_after(answer(b"409 No", more=9)), timeout=0.2)
hidden(ApiConnectionError, cut_after(answer(b"200 OK", more=9)))
hidden(ApiTimeoutError, hang_after(answer(b"200 OK", more=9)), timeout=0.2)

# What is no HTTP: libraries quote it.
hidden(ApiConnectionError, cut_after(TOLD + b" \r\n\r\n"))
hidden(ApiConnectionError, cut_after(HEAD + b"X-Asked: %b\r\nContent-Length: no\r\n\r\n" % TOLD))
hidden(
    ApiConnectionError,
    cut_after(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + TOLD + b"\r\n"),
)

# A head that breaks off is no answer, whatever it began to say.
hidden(ApiConnectionError, cut_after(b"HTTP/1.1 404 No\r\nX-Asked: " + TOLD))
hidden(ApiConnectionError, cut_after(HEAD + b"X-Asked: %b\r\n" % TOLD))

# What came before the caller ended the call.
for begun in (TOLD, HEAD + b"X-Asked: " + TOLD, answer(b"409 No", more=9), answer(b"200 OK", more=9)):
    hidden(AbortedError, hang_after(begun), call=ENDED)

# Hooks are told of an answer what its error tells, while whoever asks for the answer has it as it came.
echoing = b"X-Request-Id: of-%b\r\nContent-Length: %d\r\n\r\n%b"
told: list[tuple[str | None, int | None, bool]] = []
for error in outcomes(
    serve(b"HTTP/1.1 503 No\r\n" + echoing % (TOLD, 0, b""))[0],
    'client.tenants.get("acme", options={"max_retries": 1})',
    over=OVER,
    max_retry_delay=0.001,
    on_response=lambda info: told.append((info.request_id, info.status, False)),
    on_retry=lambda info: told.append((info.request_id, info.status, True)),
):
    assert isinstance(error, ServerError) and error.request_id == "of-…", repr(error)
assert told == [("of-…", 503, is_retry) for is_retry in (False, True, False)] * 2, told
told.clear()
for raw in outcomes(
    serve(b"HTTP/1.1 200 OK\r\n" + echoing % (TOLD, 2, b"{}"))[0],
    'client.raw(client.tenants.get, "acme")',
    over=OVER,
    on_response=lambda info: told.append((info.request_id, info.status, False)),
):
    assert isinstance(raw, RawAnswer) and raw.request_id == f"of-{KEY}", repr(raw)
assert told == [("of-…", 200, False)] * 2, told

# A connection that fails still says by what.
away = socket.create_server(("127.0.0.1", 0))
nobody = f"http://127.0.0.1:{away.getsockname()[1]}"
away.close()
hidden(ApiConnectionError, nobody)
for error in outcomes(nobody, GET, over=OVER):
    assert isinstance(error, ApiConnectionError) and isinstance(error.__cause__, OSError)
    assert OVER is None or "ConnectError" in repr(error.__cause__.__cause__)


# What a program handles while it calls stays its own, with all that led to it.
def fails_deeply() -> None:
    try:
        int("x")
    except ValueError:
        raise KeyError("own")


try:
    fails_deeply()
except KeyError as own:
    for url in (nobody, cut_after(answer(b"200 OK", more=9))):
        hidden(ApiConnectionError, url, handled=own)
    assert [frame.name for frame in traceback.extract_tb(own.__traceback__)][1:] == ["fails_deeply"]
    led = own.__context__
    assert led is not None and traceback.extract_tb(led.__traceback__)[-1].name == "fails_deeply"
print("every part was run", end="")
