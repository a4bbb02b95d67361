"""Signals that come at the very moment when what they would have ended is over."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

from dream_sdk import AbortedError, AbortSignal, Dream, DreamError

KEY = "sk_test_late"


class LateSignal(AbortSignal):
    """Comes when the ``number``-th thing it might have ended no longer listens to it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._left = number

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        unsubscribe = super().subscribe(listener)

        def end() -> None:
            self._left -= 1
            if self._left == 0:
                self.abort()
            unsubscribe()

        return end


class Server:
    """Answers every request alike, and counts the connections it has open."""

    def __init__(self, head: str) -> None:
        self._answer = f"HTTP/1.1 {head}\r\nContent-Length: 2\r\n\r\n{{}}".encode()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.came = 0
        self.left = threading.Semaphore(0)
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            self.came += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                while connection.recv(65_536):
                    connection.sendall(self._answer)
            except ConnectionError:
                pass
        self.left.release()


def asks_late(head: str, number: int, expected: type[DreamError] | None) -> None:
    server = Server(head)
    with Dream(base_url=server.url, secret_key=KEY, max_retries=0) as client:
        found: type[BaseException] | None = None
        try:
            client.tenants.get("acme", options={"signal": LateSignal(number)})
        except DreamError as error:
            found = type(error)
        assert found is expected, (head, number, found)
        try:
            client.tenants.get("acme")
        except DreamError as error:
            # Whatever became of the connection, it spoils no call of another.
            assert type(error).__name__ != "ApiConnectionError", error
    # Every connection was either kept and closed with the client, or closed at once.
    for _ in range(server.came):
        server.left.acquire()


asks_late("200 OK", 1, None)
asks_late("500 Internal Server Error", 1, AbortedError)
asks_late("500 Internal Server Error", 2, AbortedError)
asks_late("404 Not Found\r\nConnection: close", 2, AbortedError)
