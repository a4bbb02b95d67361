"""Texts without regard to case."""

from __future__ import annotations


def lower_case(text: str) -> str:
    """Lower case by Unicode, with the sigma that ends a word as any other: which of the two a
    capital becomes depends on what stands around it, while a test may look at a part."""
    return text.lower().replace("ς", "σ")
