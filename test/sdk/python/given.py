"""What a careless program may give a client. Ends with a status other than 0 where the SDK makes something else of it."""

import asyncio
import enum
import os
import socket
import threading
import typing
import warnings
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from dream_sdk import AsyncDream, ConfigurationError, Dream, construct_event, sign_test_event

SECRET, PUBLISHABLE = "DREAM_SECRET_KEY", "DREAM_PUBLISHABLE_KEY"
URL = "http://127.0.0.1:9"


class Text(str, enum.Enum):
    ACME = "acme"
    KEY = "sk_test_1"


class Number(enum.IntEnum):
    TWO = 2


def raises(kind: type[BaseException], action: Callable[[], object]) -> BaseException:
    try:
        result = action()
    except BaseException as error:
        assert type(error) is kind, repr(error)
        return error
    raise AssertionError(f"{result!r} instead of {kind.__name__}")


def head_of(reading: typing.BinaryIO) -> list[str]:
    """The lines of a request before its body; none at the end."""
    lines: list[str] = []
    while (line := reading.readline()) not in (b"", b"\r\n"):
        lines.append(line.decode("latin-1"))
    return lines


class Echo:
    """Knows what it was asked, and answers alike."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        body = b'{"data": [], "pagination": {"hasNext": true}}'
        with connection, connection.makefile("rb") as reading:
            while head := head_of(reading):
                lengths = [line for line in head if line.lower().startswith("content-length:")]
                reading.read(sum(int(line.partition(":")[2]) for line in lengths))
                self.asked.append("".join(head))
                connection.sendall(
                    b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
                )

    def lines(self) -> list[str]:
        return self.asked[-1].split("\r\n")


# Members of enumerations are the texts and numbers that they are, in bodies, addresses and headers.
echo = Echo()
told = {"tenant": Text.ACME, "headers": {"X-A": Text.ACME}, "idempotency_key": Text.ACME}


def use(client: Dream | AsyncDream) -> object:
    return client.entitlements.use(feature=Text.ACME, options=told)


async def used() -> None:
    async with AsyncDream(base_url=echo.url, secret_key=Text.KEY) as client:
        await use(client)


with Dream(base_url=echo.url, secret_key=Text.KEY) as client:
    client.tenants.get(Text.ACME)
    assert echo.lines()[0] == "GET /v1/tenants/acme HTTP/1.1"
    client.relationships.list("a", relation=Text.ACME, page_size=Number.TWO).first()
    assert echo.lines()[0].endswith("?pageSize=2&relation=acme HTTP/1.1"), echo.lines()[0]
    for ask in (lambda: use(client), lambda: asyncio.run(used())):
        ask()
        sent = [line.lower() for line in echo.lines()]
        for line in (
            "authorization: bearer sk_test_1",
            "x-tenant-id: acme",
            "x-a: acme",
            "idempotency-key: acme",
        ):
            assert line in sent, (line, sent)

    # What the caller goes on to change is not what is sent.
    kinds = ["a"]
    pages = client.relationships.list("a", relation=kinds).pages()
    next(pages)
    kinds.append("b")
    next(pages)
    line = echo.lines()[0]
    assert "relation=a" in line and "page=2" in line and "relation=b" not in line, line
own = {"X-A": "1"}
with Dream(base_url=echo.url, secret_key="sk_test_1", headers=own) as client:
    own["X-A"] = "2"
    client.tenants.get("acme")
    assert [line for line in echo.lines() if line.lower() == "x-a: 1"], echo.lines()
    # An empty value is one.
    client.tenants.get("acme", options={"headers": {"X-B": ""}})
    assert [line for line in echo.lines() if line.lower().rstrip() == "x-b:"], echo.lines()
with Dream(base_url=f"{echo.url}/ä", secret_key="sk_test_1") as client:
    client.tenants.get("acme")
    assert echo.lines()[0] == "GET /%C3%A4/v1/tenants/acme HTTP/1.1", echo.lines()[0]

# A client that is made for users never has the server's key.
for given in ({}, {PUBLISHABLE: "pk_test_env"}):
    os.environ.update({SECRET: "sk_test_env", **given})
    made = Dream(base_url=URL, publishable_key="pk_test_1")
    for one in (made, made.with_options(timeout=1), made.with_options(user_token="a.b.c")):
        settings = one._connection.settings
        assert (settings.secret_key, settings.publishable_key) == (None, "pk_test_1")
    settings = Dream(base_url=URL, secret_key="sk_test_1")._connection.settings
    assert (settings.secret_key, settings.publishable_key) == ("sk_test_1", None)
    settings = Dream(base_url=URL)._connection.settings
    assert (settings.secret_key, settings.publishable_key) == (
        "sk_test_env",
        given.get(PUBLISHABLE),
    )
    for name in (SECRET, PUBLISHABLE):
        os.environ.pop(name, None)

# What cannot be meant is told when it is given.
unusable: list[dict[str, object]] = [
    *({"base_url": url} for url in (5, b"http://x", "ftp://x", "http://h:99999", "http://h:abc")),
    *(
        {"base_url": url}
        for url in ("http://[::1", "http://h\0", "http://a b", "http://a/b c", " http://h")
    ),
    *(
        {"base_url": f"http://{host}"}
        for host in ("[1]", "[::1::2]", "[::1", "a..b", ".", "\xe4..b", "a" * 64, "a\u2100b")
    ),
    *({"secret_key": key} for key in (5, b"sk_test_1", "", "sk_test 1", "pk_test_1")),
    *({"publishable_key": key} for key in (5, b"pk_test_1", "sk_test_1")),
    *({"tenant": tenant} for tenant in (5, "", " \t")),
    *({"version": version} for version in (None, 5, "", " ")),
    *({"timeout": seconds} for seconds in (None, "5", 0, -1, float("nan"), 10**400)),
    *(
        {"headers": headers}
        for headers in ("x", [("a", "b")], {"a": 5}, {"": "a"}, {"a": "b\r\nc"})
    ),
    {"publishable_key": "pk_test_1", "user_token": 5},
]
for settings in unusable:
    raises(ConfigurationError, lambda given=settings: Dream(**{"base_url": URL, **given}))
for host in ("[::1]:80", "[::ffff:1.2.3.4]", "m\xfcnchen.example", "a_b.example.", "1.2.3.4"):
    Dream(base_url=f"http://{host}/x", secret_key="sk_test_1")
client = Dream(base_url=URL, secret_key="sk_test_1")
for change in ({"max_retry": 9}, {"http_client": None}, {"base_url": None}, *unusable):
    raises(ConfigurationError, lambda given=change: client.with_options(**given))
options: list[object] = [
    5,
    [],
    "timeout",
    {"bogus": 1},
    {"signal": 5},
    {"timeout": 10**400},
    *({name: " "} for name in ("tenant", "version", "idempotency_key")),
    {"tenant": 5},
]
for given in options:
    raises(ConfigurationError, lambda given=given: client.tenants.create(name="x", options=given))
hour = timedelta(hours=1)
for moment in (
    datetime.min.replace(tzinfo=timezone(hour)),
    datetime.max.replace(tzinfo=timezone(-hour)),
    datetime(2027, 1, 1),
):
    raises(
        ConfigurationError, lambda at=moment: client.tenants.create(name="x", attributes={"v": at})
    )
    raises(ConfigurationError, lambda at=moment: client.events.list(since=at).first())
for secret in (" ", "", None):
    raises(ConfigurationError, lambda given=secret: sign_test_event("{}", given))


async def no_token() -> str:
    return "a.b.c"


later = Dream(base_url=URL, publishable_key="pk_test_1", user_token=no_token)
with warnings.catch_warnings(record=True) as complaints:
    raises(ConfigurationError, later.me.get)
assert not complaints, complaints
assert len(typing.get_type_hints(Dream.__init__)) > 10
body = '{"id": "evt_1", "type": "x", "n": NaN}'
try:
    construct_event(body, sign_test_event(body, "whsec_1"), "whsec_1")
    raise AssertionError("NaN is no JSON")
except Exception as error:
    assert getattr(error, "code", None) == "malformed-body", repr(error)
print("every part was run", end="")
