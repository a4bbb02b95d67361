"""Where requests go."""

from __future__ import annotations

from urllib.parse import urlsplit

from .encoding import percent_encoded
from .errors import ConfigurationError


class Origin:
    """The parts of a base address that a connection is made of."""

    __slots__ = ("host", "host_header", "is_secure", "path", "port")

    def __init__(self, base_url: str) -> None:
        try:
            parts = urlsplit(base_url)
            port = parts.port
        except ValueError as error:
            raise ConfigurationError(f"base_url cannot be read: {error}") from error
        if not parts.hostname or parts.username is not None or parts.query or parts.fragment:
            raise ConfigurationError("base_url is an address with a host, and perhaps a path.")
        self.is_secure = parts.scheme == "https"
        self.host = parts.hostname
        self.host_header = parts.netloc
        if not parts.netloc.isascii():
            self.host, self.host_header = _in_ascii(parts.hostname, port)
        self.port = port or (443 if self.is_secure else 80)
        # Octets that no address has are written as others write them.
        self.path = "".join(
            one if one.isascii() else percent_encoded(one) for one in parts.path.rstrip("/")
        )


def _in_ascii(host: str, port: int | None) -> tuple[str, str]:
    try:
        written = host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ConfigurationError("base_url has a host that is no name.") from error
    return written, written if port is None else f"{written}:{port}"
