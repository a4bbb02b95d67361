"""What a server says of sizes that nobody can mean, or keep. Ends with a status other than 0 where the SDK believes it."""

import asyncio

from answering import GET, HEAD, KEY, cut_after, kinds, outcomes, serve
from dream_sdk import ApiConnectionError, AsyncDream, Dream

CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"

# No room is asked for before it is needed: there is none for so much.
for told in (b"Content-Length: 100000000000000000\r\n\r\n{}", CHUNKED + b"fffffffffffff\r\n{}"):
    assert kinds(outcomes(cut_after(HEAD + told), GET)) == ["ApiConnectionError"] * 2, told

# A chunk that has no size is a broken answer at once, also where the server goes on to wait.
for size in (b"-5", b"", b"x", b"f" * 20):
    url, _ = serve(HEAD + CHUNKED + size + b"\r\n{}\r\n0\r\n\r\n")
    found = outcomes(url, GET, timeout=30)
    assert [type(one) for one in found] == [ApiConnectionError] * 2, (size, found)

# A body in pieces is one, and its connection goes on.
whole = HEAD + CHUNKED + b"5\r\n{\"id\"\r\n9\r\n: \"acme\"}\r\n0\r\n\r\n"
url, _ = serve(whole)
assert [one.id for one in outcomes(url, GET)] == ["acme"] * 2


# A stream whose length nobody can say is an answer that failed, and asked for as often as one.
EVENTS = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
for told in (b"Content-Length: 2\r\nContent-Length: 20", b"Content-Length: \xb2"):
    url, _ = serve(EVENTS + told + b"\r\n\r\ndata: x\n\n")

    async def follow(url: str = url) -> None:
        options = {"base_url": url, "secret_key": KEY, "max_retries": 1, "max_retry_delay": 0}
        async with AsyncDream(**options) as client:
            async for _ in client.flags.stream():
                raise AssertionError("something came")

    def follow_sync(url: str = url) -> None:
        with Dream(base_url=url, secret_key=KEY, max_retries=1, max_retry_delay=0) as client:
            for _ in client.flags.stream():
                raise AssertionError("something came")

    for run in (follow_sync, lambda: asyncio.run(asyncio.wait_for(follow(), 30))):
        try:
            run()
            raise AssertionError("the stream ended")
        except ApiConnectionError:
            continue
print("every part was run", end="")
