"""MurmurHash3, x86, 32 bits (public domain, Austin Appleby)."""

from __future__ import annotations

import struct

_ALL = 0xFFFFFFFF


def murmur3(octets: bytes, seed: int) -> int:
    """The hash as a number from 0 to 2^32 - 1."""
    result = seed & _ALL
    count = len(octets)
    blocks = count // 4
    for block in struct.unpack_from(f"<{blocks}I", octets):
        result ^= _scrambled(block)
        result = ((result << 13) & _ALL) | (result >> 19)
        result = (result * 5 + 0xE6546B64) & _ALL
    # What fills no block of four; a block of no bytes is 0 and changes nothing.
    result ^= _scrambled(int.from_bytes(octets[blocks * 4 :], "little")) ^ count
    result = ((result ^ (result >> 16)) * 0x85EBCA6B) & _ALL
    result = ((result ^ (result >> 13)) * 0xC2B2AE35) & _ALL
    return result ^ (result >> 16)


def _scrambled(block: int) -> int:
    part = (block * 0xCC9E2D51) & _ALL
    part = ((part << 15) & _ALL) | (part >> 17)
    return (part * 0x1B873593) & _ALL
