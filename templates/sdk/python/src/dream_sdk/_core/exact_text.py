"""What a text says."""

from __future__ import annotations


def exact_text(value: str) -> str:
    """The characters of a text, as JSON has them: a member of ``class Tenant(str, Enum)`` is a text,
    and yet gives its own name where it is formatted."""
    return str.__str__(value)
