"""A server that gives every request the same answer, and what both clients make of it."""

import asyncio
import contextlib
import importlib
import socket
import threading

from dream_sdk import AbortSignal, AsyncDream, Dream

KEY = "sk_test_hidden"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
GET = 'client.tenants.get("acme")'
ENDED = 'client.tenants.get("acme", options={"signal": signal_after(0.3)})'


def serve(answer: bytes, *, early: bool = False) -> tuple[str, threading.Event]:
    """Answers every request alike; `early`: with the first bytes of it. Knows when a client is gone."""
    listener = socket.create_server(("127.0.0.1", 0))
    gone = threading.Event()

    def answered(connection: socket.socket) -> None:
        with connection:
            asked = connection.recv(1000)
            while not early and b"\r\n\r\n" not in asked:
                asked += connection.recv(65_536)
            connection.sendall(answer)
            if not early:
                while connection.recv(65_536):
                    continue
        gone.set()

    def accept() -> None:
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=answered, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}", gone


def cut_after(answer: bytes) -> str:
    """Answers two requests alike, and lets go of each at once."""
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"

    def accept() -> None:
        with listener:
            for _ in range(2):
                connection, _ = listener.accept()
                with connection:
                    asked = connection.recv(65_536)
                    while b"\r\n\r\n" not in asked:
                        asked += connection.recv(65_536)
                    connection.sendall(answer)

    threading.Thread(target=accept, daemon=True).start()
    return url


def signal_after(seconds: float) -> AbortSignal:
    """One that comes while a call waits. For the calls that are given as text."""
    signal = AbortSignal()
    threading.Timer(seconds, signal.abort).start()
    return signal


def outcomes(url: str, call: str, *, over: str | None = None, **options: object) -> list[object]:
    """What the call gives or raises with either client; `over`: the library whose clients they are to use."""
    library = None if over is None else importlib.import_module(over)

    async def asynchronous() -> object:
        async with contextlib.AsyncExitStack() as stack:
            if library is not None:
                options["http_client"] = await stack.enter_async_context(library.AsyncClient())
            client = AsyncDream(base_url=url, secret_key=KEY, max_retries=0, **options)
            await stack.enter_async_context(client)
            return await eval(call)

    def synchronous() -> object:
        with contextlib.ExitStack() as stack:
            if library is not None:
                options["http_client"] = stack.enter_context(library.Client())
            client = Dream(base_url=url, secret_key=KEY, max_retries=0, **options)
            stack.enter_context(client)
            return eval(call)

    found: list[object] = []
    for run in (synchronous, lambda: asyncio.run(asynchronous())):
        try:
            found.append(run())
        except Exception as error:
            found.append(error)
    return found


def kinds(found: list[object]) -> list[str]:
    return [type(one).__name__ for one in found]
