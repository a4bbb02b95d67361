"""Where requests go."""

from __future__ import annotations

from urllib.parse import urlsplit

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
        self.port = port or (443 if self.is_secure else 80)
        self.path = parts.path.rstrip("/")
