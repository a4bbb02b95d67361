"""The test ``cidr``."""

from __future__ import annotations

import ipaddress
import re
from typing import Any, NamedTuple

from ..read import Source, objects_in, refuse, text_in
from .value_check import ValueCheck

_ADDRESS = re.compile(r"[0-9a-fA-F]{8}|[0-9a-fA-F]{32}")
# With all its groups and an IPv4 address at the end.
_LONGEST = 45


class _Network(NamedTuple):
    is_short: bool
    first: int
    last: int


def compile_cidr(source: Source, depth: int) -> ValueCheck:
    """The text is an address within one of the networks.

    An IPv4 address written as IPv6 (``::ffff:10.0.0.1``, as servers that listen on both report
    it) lies in the networks of either kind that hold it.
    """
    networks = [_network(one) for one in objects_in(source, "networks")]

    def check(value: Any) -> bool:
        address = read_address(value) if isinstance(value, str) else None
        if address is None:
            return False
        number = int(address)
        if isinstance(address, ipaddress.IPv4Address):
            return any(is_short and first <= number <= last for is_short, first, last in networks)
        short = None if address.ipv4_mapped is None else int(address.ipv4_mapped)
        return any(
            short is not None and first <= short <= last if is_short else first <= number <= last
            for is_short, first, last in networks
        )

    return check


def read_address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """None where the text is no address. One with a zone is none."""
    if len(text) > _LONGEST or "%" in text or not text.isascii():
        return None
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def _network(source: Source) -> _Network:
    first, last = text_in(source, "first"), text_in(source, "last")
    for address in (first, last):
        if not _ADDRESS.fullmatch(address):
            refuse(f"no address: {address}")
    if len(first) != len(last):
        refuse("a network of two kinds")
    return _Network(len(first) == 8, int(first, 16), int(last, 16))
