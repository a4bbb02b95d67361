"""What a hostile or broken server, and a careless user, can do. Ends with a status other than 0 where they can."""

import asyncio
import pickle
import socket
import threading
from collections.abc import Callable

from dream_sdk import (
    AbortedError,
    AbortSignal,
    ApiConnectionError,
    ApiTimeoutError,
    AsyncDream,
    ConfigurationError,
    Dream,
    NotFoundError,
    ResponseError,
    ServerError,
    WebhookSignatureError,
    construct_event,
    sign_test_event,
)
from dream_sdk._core.server_events import EventReader

KEY = "sk_test_hidden"
TENANT = b'{"id": "acme"}'


def answer(status: str, body: bytes, *lines: str, length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    head = "".join(
        f"{line}\r\n" for line in (f"HTTP/1.1 {status}", *lines, f"Content-Length: {size}")
    )
    return head.encode() + b"\r\n" + body


class Server:
    """Sends the next of its answers for each request; one of None closes the connection."""

    def __init__(self, *answers: bytes | None) -> None:
        self.answers = list(answers)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.ended = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            while True:
                try:
                    asked = connection.recv(65_536)
                except OSError:
                    asked = b""
                if not asked or not self.answers:
                    self.ended.set()
                    return
                given = self.answers.pop(0)
                if given is None:
                    return
                connection.sendall(given)
                if b"X-Breaks-Off" in given:
                    return


def raises(kind: type[BaseException], action: Callable[[], object]) -> BaseException:
    try:
        result = action()
    except BaseException as error:
        assert type(error) is kind, repr(error)
        return error
    raise AssertionError(f"{result!r} instead of {kind.__name__}")


def both(
    kind: type[BaseException] | None, server: Callable[[], Server], call: str, **options: object
) -> list:
    """What the call gives or raises with either client."""

    async def asynchronous(url: str) -> object:
        async with AsyncDream(base_url=url, secret_key=KEY, **options) as client:
            return await eval(call)

    def synchronous(url: str) -> object:
        with Dream(base_url=url, secret_key=KEY, **options) as client:
            return eval(call)

    runs = [
        lambda: synchronous(server().url),
        lambda: asyncio.run(asynchronous(server().url)),
    ]
    return [run() if kind is None else raises(kind, run) for run in runs]


# An answer before the answer, and bytes behind it, are never taken for that of the next request.
early = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + answer("200 OK", TENANT)
assert [one.id for one in both(None, lambda: Server(early), 'client.tenants.get("acme")')] == [
    "acme"
] * 2


def poisoned() -> Server:
    forged = answer("200 OK", b'{"id": "forged"}')
    return Server(answer("200 OK", TENANT) + forged, answer("200 OK", b'{"id": "second"}'))


async def second_of(url: str) -> str:
    async with AsyncDream(base_url=url, secret_key=KEY) as client:
        await client.tenants.get("acme")
        return (await client.tenants.get("second")).id


assert asyncio.run(second_of(poisoned().url)) == "second"
with Dream(base_url=poisoned().url, secret_key=KEY) as two:
    two.tenants.get("acme")
    assert two.tenants.get("second").id == "second"

# What the server said holds though its body breaks off: about another attempt, and what it is.
GET = 'client.tenants.get("acme")'
for word in ("Retry-After: 90", "Dream-Should-Retry: false"):
    broken = answer("503 No", b"x", "X-Breaks-Off: 1", word, length=9)
    asked = [Server(broken, broken, broken) for _ in range(2)]
    servers = iter(asked)
    both(ServerError, lambda: next(servers), GET)
    assert [len(server.answers) for server in asked] == [2, 2]

# A document that never begins is given up.
stalled = answer("200 OK", b"", "Content-Type: application/x-ndjson", length=5)
both(
    ApiTimeoutError,
    lambda: Server(stalled),
    'client.audit.export(tenant="acme").read()',
    timeout=0.2,
    max_retries=0,
)

# What is echoed, nested or counted without end.
echo = answer("502 Bad", b"x" * 190 + f"Authorization: Bearer {KEY}".encode())
for error in both(ServerError, lambda: Server(echo), GET, max_retries=0):
    assert "sk_test" not in str(error) and "sk_test" not in error.message, str(error)
both(ResponseError, lambda: Server(answer("200 OK", b"[" * 200_000)), GET)
odd = b'{"error": {"code": "a/b", "retryAfter": 1' + b"0" * 400 + b"}}"
year = answer("404 No", odd, "Retry-After: Sun, 06 Nov 0000 08:49:37 GMT")
for error in both(NotFoundError, lambda: Server(year), GET):
    assert error.retry_after is None
reader = EventReader(None)
assert len(reader.feed(b"retry: " + b"9" * 5000 + b"\ndata: x\n\n")) == 1
assert reader.retry is not None and reader.retry / 1000 > 60

# Nobody signs with a secret that is none.
body, forged = b'{"id": "evt"}', "t=1,v1=00"
for secret in (None, "", " ", [], [None], ["whsec_1", ""], ["whsec_1", None], b"whsec_1", 7):
    raises(ConfigurationError, lambda secret=secret: construct_event(body, forged, secret))
    if not isinstance(secret, list):
        raises(ConfigurationError, lambda secret=secret: sign_test_event(body, secret))
raises(ConfigurationError, lambda: construct_event(body, forged, "whsec_1", tolerance=None))
for header in (None, "", b"t=1,v1=00", ["t=1,v1=00"]):
    refused = raises(
        WebhookSignatureError, lambda header=header: construct_event(body, header, "whsec_1")
    )
    assert refused.code == "missing-signature"
for given in ("\ud800", "\ud800{}"):
    assert (
        raises(WebhookSignatureError, lambda: construct_event(given, forged, "s")).code
        == "no-match"
    )
for form in (body, bytearray(body), memoryview(body), body.decode()):
    assert (
        construct_event(form, sign_test_event(body, "whsec_1"), ["whsec_0", "whsec_1"]).id == "evt"
    )
deep = b"[" * 200_000
header = sign_test_event(deep, "whsec_1")
assert (
    raises(WebhookSignatureError, lambda: construct_event(deep, header, "whsec_1")).code
    == "malformed-body"
)

# Keys stay where they are.
client = Dream(base_url="http://127.0.0.1", secret_key=KEY)
for one in (client, client.tenants, client.tenants.list()):
    assert KEY not in repr(one)
    raises(TypeError, lambda one=one: pickle.dumps(one))


# No list ends where a server says in no known form whether it goes on.
LISTS = {
    "tenants.list": (b'"pagination": {}', b'"pagination": {"hasNext": 1}'),
    "events.list": (b'"hasMore": true, "nextCursor": 7',),
}
for operation, ends in LISTS.items():
    for end in ends:
        pages = [Server(answer("200 OK", b'{"data": [], ' + end + b"}")) for _ in range(2)]
        left = iter(pages)
        both(ResponseError, lambda left=left: next(left), f"client.{operation}().to_list()")


# Who waits for a token is let go by the signal.
async def hanging_token() -> bool:
    waiting = AsyncDream(
        base_url="http://127.0.0.1", publishable_key="pk_1", user_token=asyncio.Event().wait
    )
    signal = AbortSignal()
    asyncio.get_running_loop().call_later(0.02, signal.abort)
    try:
        await asyncio.wait_for(waiting.me.get(options={"signal": signal}), 5)
    except AbortedError:
        return True
    return False


assert asyncio.run(hanging_token())

# A loop that is left closes its connection, though the stream is still held.
events = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: x\n\n"


def leave(url: str) -> object:
    stream = Dream(base_url=url, secret_key=KEY).flags.stream()
    for _ in stream:
        break
    return stream


async def leave_async(url: str, ended: threading.Event) -> bool:
    stream = AsyncDream(base_url=url, secret_key=KEY).flags.stream()
    async for _ in stream:
        break
    return await asyncio.to_thread(ended.wait, 5) and stream is not None


server = Server(events)
held = leave(server.url)
assert server.ended.wait(5)
server = Server(events)
assert asyncio.run(leave_async(server.url, server.ended))


# A task that is cancelled leaves no connection, though the server takes nothing of what was sent.
async def cancelled() -> bool:
    ended = asyncio.Event()
    began = asyncio.Event()
    came: list[int] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        began.set()
        await asyncio.sleep(0.05)
        while octets := await reader.read(1 << 20):
            came.append(len(octets))
        writer.close()
        ended.set()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    asynchronous = AsyncDream(base_url=f"http://127.0.0.1:{port}", secret_key=KEY)
    task = asyncio.ensure_future(asynchronous.tenants.create(name="x" * (1 << 25)))
    await began.wait()
    task.cancel()
    await asyncio.wait((task,))
    await asyncio.wait_for(ended.wait(), 5)
    listening.close()
    return task.cancelled() and sum(came) < 1 << 25


assert asyncio.run(cancelled())

# One client for many threads.
crowd = Server(*[answer("200 OK", TENANT)] * 200)
with Dream(base_url=crowd.url, secret_key=KEY) as shared:
    got: list[str] = []
    threads = [
        threading.Thread(
            target=lambda: got.extend(shared.tenants.get("acme").id for _ in range(10))
        )
        for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
assert got == ["acme"] * 200

# A connection that the server closed meanwhile is not used, and one that it closes is tried again.
for given in (
    [answer("200 OK", TENANT, "X-Breaks-Off: 1"), answer("200 OK", TENANT)],
    [None, answer("200 OK", TENANT)],
):
    again = Server(*given)
    with Dream(base_url=again.url, secret_key=KEY, max_retry_delay=0) as patient:
        assert patient.tenants.get("acme").id == "acme"
print("every part was run", end="")
