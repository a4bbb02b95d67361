"""What an application answered."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from typing import Any, NamedTuple


class Answer(NamedTuple):
    """Names of headers in lower case."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.content)

    @property
    def code(self) -> str:
        """Of an error."""
        code: str = self.json["error"]["code"]
        return code


def asked_over_http(
    port: int,
    headers: Mapping[str, str],
    path: str = "/",
    method: str = "GET",
    body: bytes | None = None,
) -> Answer:
    """Raises an ``IncompleteRead`` where the answer broke off."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        connection.request(method, path, body, dict(headers))
        response = connection.getresponse()
        pairs = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, pairs, response.read())
    finally:
        connection.close()
