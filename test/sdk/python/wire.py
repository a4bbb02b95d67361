"""What may come over a connection. Ends with a status other than 0 where the SDK is wrong."""

import asyncio
import socket
import threading
from collections.abc import Callable

from answering import GET, HEAD, KEY, kinds, outcomes, serve
from dream_sdk import (
    AbortedError,
    AbortSignal,
    ApiTimeoutError,
    AsyncDream,
    Dream,
    ValidationError,
)
from dream_sdk._core import server_events
from dream_sdk._core.instant import instant

# A length that is told twice is one; one that cannot be, and two that differ, are a broken answer.
for lines, kind in {
    b"Content-Length: 2\r\nContent-Length: 2": "Tenant",
    b"Content-Length: 2, 2": "Tenant",
    b"Content-Length: 2\r\nContent-Length: 20": "ApiConnectionError",
    b"Content-Length: " + b"9" * 5000: "ApiConnectionError",
    b"Content-Length: \xb2": "ApiConnectionError",
    b"Content-Length: -2": "ApiConnectionError",
}.items():
    url, _ = serve(HEAD + lines + b"\r\n\r\n{}")
    assert kinds(outcomes(url, GET)) == [kind] * 2, lines
url, _ = serve(b"HTTP/1.1 500 No\r\nContent-Length: \xb2\r\n\r\n{}")
assert kinds(outcomes(url, GET)) == ["ServerError"] * 2
url, _ = serve(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"F" * 5000 + b"\r\n{}\r\n0\r\n\r\n")
assert kinds(outcomes(url, GET)) == ["ApiConnectionError"] * 2
for line in (b"HTTP/1.1 2000 OK", b"HTTP/1.1 099 OK", b"HTTP/1.1 \xb2\xb2\xb2 OK"):
    url, _ = serve(line + b"\r\nContent-Length: 2\r\n\r\n{}")
    assert kinds(outcomes(url, GET)) == ["ApiConnectionError"] * 2, line

# A server that has heard enough says so, and lets go while it is still sent to.
TOO_LONG = b'{"error": {"code": "request/too-large", "message": "m", "userMessage": "u"}}'
refusal = b"HTTP/1.1 413 No\r\nContent-Length: %d\r\n\r\n%b" % (len(TOO_LONG), TOO_LONG)
url, _ = serve(refusal, early=True)
with Dream(base_url=url, secret_key=KEY, max_retries=0) as client:
    try:
        client.tenants.create(name="x" * (1 << 25))
        raise AssertionError("nothing was refused")
    except ValidationError as error:
        assert (error.code, error.status) == ("request/too-large", 413)


async def refused_early() -> None:
    over = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        # Nothing more of it is taken, until whoever sent it has heard.
        writer.write(refusal)
        await over.wait()
        writer.transport.abort()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with AsyncDream(base_url=url, secret_key=KEY, max_retries=0) as asked:
        try:
            await asked.tenants.create(name="x" * (1 << 25))
            raise AssertionError("nothing was refused")
        except ValidationError as error:
            assert (error.code, error.status) == ("request/too-large", 413)
    over.set()
    server.close()


asyncio.run(refused_early())


# While it connects, a call is ended by its signal, by its stream and by its time, which is one for a
# name and all of its addresses.
def while_connecting(work: Callable[[Dream], object], **options: object) -> object:
    """What comes of it where no name is ever found."""
    found, real = threading.Event(), socket.getaddrinfo
    asked = threading.Event()

    def find(*args: object, **kwargs: object) -> object:
        asked.set()
        found.wait()
        raise socket.gaierror("no such name")

    socket.getaddrinfo = find
    try:
        client = Dream(base_url="http://nowhere", secret_key=KEY, max_retries=0, **options)
        begun.append(asked)
        return work(client)
    except Exception as error:
        return error
    finally:
        socket.getaddrinfo = real
        found.set()


begun: list[threading.Event] = []


def aborted(client: Dream) -> object:
    signal = AbortSignal()
    abort = threading.Thread(target=lambda: (begun[-1].wait(), signal.abort()))
    abort.start()
    return client.tenants.get("acme", options={"signal": signal})


def closed(client: Dream) -> object:
    stream = client.flags.stream()
    threading.Thread(target=lambda: (begun[-1].wait(), stream.close())).start()
    return list(stream)


assert type(while_connecting(aborted)) is AbortedError
assert while_connecting(closed) == []
late = while_connecting(lambda client: client.tenants.get("acme"), timeout=0.05)
assert type(late) is ApiTimeoutError, repr(late)


# Of an event that comes in many pieces, each piece is looked at once.
class Counted:
    def __init__(self, real: object) -> None:
        self.real, self.characters = real, 0

    def split(self, text: str) -> list[str]:
        self.characters += len(text)
        return self.real.split(text)


counted = Counted(server_events._LINE_END)
server_events._LINE_END = counted
event = b"data: " + b"x" * 1_000_000 + b"\ndata: y\n\n"
reader = server_events.EventReader(None)
found = [one for at in range(0, len(event), 1000) for one in reader.feed(event[at : at + 1000])]
server_events._LINE_END = counted.real
assert [one.data for one in found] == ["x" * 1_000_000 + "\ny"]
assert counted.characters == len(event)

# What is no moment, or could be any, stays the text that it is.
for text in (
    "0001-01-01T00:00:00+01:00",
    "9999-12-31T23:59:59-01:00",
    "2024-01-01T00:00:00",
    "20240101",
):
    assert instant(text) == text
assert instant("2024-01-01T01:00:00+01:00").isoformat() == "2024-01-01T00:00:00+00:00"


# Loops of several threads may use one client: none lets go of what another has.
opened: list[socket.socket] = []
listener = socket.create_server(("127.0.0.1", 0))


def answer_all() -> None:
    while True:
        connection, _ = listener.accept()
        opened.append(connection)
        threading.Thread(target=answer_each, args=(connection,), daemon=True).start()


def answer_each(connection: socket.socket) -> None:
    with connection:
        while connection.recv(65_536):
            connection.sendall(HEAD + b"Content-Length: 2\r\n\r\n{}")


async def ask(shared: AsyncDream, *, is_over: bool) -> None:
    await shared.tenants.get("acme")
    if is_over:
        # What another loop has is closed there.
        await shared.close()
        await asyncio.sleep(0)


def patient() -> None:
    """A machine that is busy is no problem to be told of."""
    asyncio.get_running_loop().slow_callback_duration = float("inf")


async def several_loops() -> None:
    patient()
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    shared = AsyncDream(base_url=url, secret_key=KEY, max_retries=0)
    await ask(shared, is_over=False)
    elsewhere = threading.Thread(target=lambda: asyncio.run(left(shared), debug=True))
    elsewhere.start()
    await asyncio.to_thread(elsewhere.join)
    await ask(shared, is_over=False)
    # One of each loop: neither was opened again.
    assert len(opened) == 2, opened
    await ask(shared, is_over=True)


async def left(shared: AsyncDream) -> None:
    patient()
    await ask(shared, is_over=False)
    await ask(shared, is_over=False)
    assert len(opened) == 2, opened
    kept = shared._connection.transport._idle
    own = [one for one in kept if one[0].loop is asyncio.get_running_loop()]
    for one in own:
        kept.remove(one)
        one[0].close()
    await asyncio.sleep(0)


threading.Thread(target=answer_all, daemon=True).start()
asyncio.run(several_loops(), debug=True)
print("every part was run", end="")
