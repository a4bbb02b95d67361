"""Networks as a ruleset has them."""

from __future__ import annotations

import ipaddress


def is_network(text: str) -> bool:
    """An IP address with or without the length of a prefix: ``10.0.0.0/8``, ``192.0.2.7``."""
    address, slash, prefix = text.partition("/")
    try:
        bits = ipaddress.ip_address(address).max_prefixlen
    except ValueError:
        return False
    if "%" in address or not slash:
        return "%" not in address
    is_usual = prefix.isascii() and prefix.isdigit() and len(prefix) <= 3
    return is_usual and prefix == str(int(prefix)) and int(prefix) <= bits


def compile_network(text: str) -> dict[str, str]:
    """Its first and its last address in hexadecimal, 8 digits or 32."""
    network = ipaddress.ip_network(text, strict=False)
    digits = network.max_prefixlen // 4
    first, last = int(network.network_address), int(network.broadcast_address)
    return {"first": f"{first:0{digits}x}", "last": f"{last:0{digits}x}"}
