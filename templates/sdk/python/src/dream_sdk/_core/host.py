"""Which hosts there may be, as far as that is known without asking for one.

Without ``urllib``, which loads more than all of a client: programs that call nothing begin sooner.
"""

from __future__ import annotations

# They mean something else in an address, and some characters stand for them.
_MARKS = frozenset("/?#@:[]")


def is_host(text: str) -> bool:
    """Whether it can be a host, as it stands in an address: an IPv6 address in its brackets."""
    return _is_ipv6(text[1:-1]) if text.startswith("[") else _is_name(text)


def _is_ipv6(text: str) -> bool:
    from socket import AF_INET6, inet_pton

    try:
        inet_pton(AF_INET6, text)
    except (OSError, ValueError):
        return False
    return True


def _is_name(text: str) -> bool:
    try:
        # Not for what is ASCII: what writes it loads tables of all of Unicode.
        name = text if text.isascii() else text.encode("idna").decode("ascii")
    except UnicodeError:
        return False
    labels = name.removesuffix(".").split(".")
    return _MARKS.isdisjoint(name) and all(0 < len(label) < 64 for label in labels)
