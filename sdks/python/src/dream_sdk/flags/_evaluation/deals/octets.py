"""Texts as the bytes and units that are hashed."""

from __future__ import annotations

import struct


def utf8(text: str) -> bytes:
    """UTF-8; half a surrogate pair counts as U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return whole.encode()


def utf16_units(text: str) -> tuple[int, ...]:
    """The units of UTF-16, of which ECMAScript's texts consist."""
    octets = text.encode("utf-16-le", "surrogatepass")
    return struct.unpack(f"<{len(octets) // 2}H", octets)


def utf16_order(text: str) -> bytes:
    """By what texts are put into the order that they have in ECMAScript."""
    return text.encode("utf-16-be", "surrogatepass")
