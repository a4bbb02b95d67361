"""No report of what ends a process in the middle of a call, such as the `SystemExit` of a handler, shows a key, or what a server,
or a proxy before it, said so far. With the word `httpx`, the calls go over a client of it. Ends with a status other than 0 where
the SDK is wrong."""

import contextlib
import importlib
import signal
import socket
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

from held import held_on_the_way

from dream_sdk import Dream

OVER = "httpx" if "httpx" in sys.argv else None
KEY = "sk_test_hidden"
SAID = b"the server said so"
# What no report may show, as texts and as bytes.
SECRETS = (KEY, SAID.decode())
OK = b"HTTP/1.1 200 OK\r\nX-Asked: Bearer %b\r\n" % KEY.encode()
CHUNK = b"%x\r\n%b\r\n" % (len(SAID), SAID)
# Seconds.
SOON = 0.05
# What waits for more of an answer, or for what does so in another thread.
READERS = ("socket", "dream_sdk._core.latch")


class Told(SystemExit):
    """What the process is told to end by."""


def say(said: bytes) -> str:
    """Says so much to the first who ask, has the process told to end, and goes on to say nothing."""
    listener = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        with listener, listener.accept()[0] as connection:
            connection.recv(65_536)
            connection.sendall(said)
            signal.setitimer(signal.ITIMER_REAL, SOON)
            with contextlib.suppress(ConnectionError):
                while connection.recv(65_536):
                    continue

    # Not waited for: a head that was not read is given up by httpx after its own time alone.
    threading.Thread(target=answer, daemon=True).start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def tell(_number: int, frame: FrameType | None) -> None:
    """Once what was said was read, as a rule, and the rest is waited for; where it was not, the less is held."""
    if frame is not None and frame.f_globals["__name__"] in READERS:
        raise Told
    signal.setitimer(signal.ITIMER_REAL, SOON)


def hidden(said: bytes, call: Callable[[Dream], object]) -> None:
    http = None if OVER is None else importlib.import_module(OVER).Client()
    client = Dream(base_url=say(said), secret_key=KEY, max_retries=0, http_client=http)
    try:
        raise AssertionError(f"it gave {call(client)!r}")
    except Told as told:
        held = held_on_the_way(told)
        assert not any(one in held for one in SECRETS), (said, held)
    finally:
        client.close()
        if http is not None:
            http.close()


def follow(client: Dream) -> None:
    with client.flags.stream() as events:
        for _ in events:
            continue


def get(client: Dream) -> Any:
    return client.tenants.get("acme")


signal.signal(signal.SIGALRM, tell)
for begun in (
    b"",
    SAID,
    OK + b"X-More: ",
    b"HTTP/1.1 103 Early Hints\r\nX-Asked: Bearer %b\r\n\r\n" % KEY.encode(),
    OK + b"Content-Length: 99\r\n\r\n" + SAID,
    OK + b"Transfer-Encoding: chunked\r\n\r\n" + CHUNK + CHUNK[:-5],
    OK + b"Connection: close\r\n\r\n" + SAID,
    OK.replace(b"200 OK", b"409 No") + b"Content-Length: 99\r\n\r\n" + SAID,
):
    hidden(begun, get)
events = b"Content-Type: text/event-stream\r\nContent-Length: 99\r\n\r\ndata: %b\n\ndata: %b"
hidden(OK + events % (SAID, SAID), follow)
document = OK + b"Content-Type: application/x-ndjson\r\nContent-Length: 99\r\n\r\n" + SAID
hidden(document, lambda client: client.audit.export(tenant="acme").read())
page = b'{"data": [{"id": "acme", "name": "%b"}], "pagination": {"hasNext": true}}' % SAID
pages = OK + b"Content-Length: %d\r\n\r\n%b" % (len(page), page)
hidden(pages, lambda client: client.tenants.list().to_list())
hidden(pages, lambda client: [item.id for item in client.tenants.list()])
print("every part was run", end="")
