"""Flags that hang on flags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .limits import LONGEST_CHAIN, MOST_WAYS, TOO_MANY
from .read import is_record, objects_in, optional, text_in


class _Node:
    def __init__(self) -> None:
        self.dependents: list[_Node] = []
        # Prerequisites that have not been counted yet.
        self.open = 0
        self.depth = 0
        self.ways = 1


def flags_without_end(sources: Mapping[str, Any]) -> dict[str, str]:
    """Flags whose prerequisites lead back to themselves, or to such flags, or too far, each with
    the reason. All others can be evaluated one after the other, however they hang together."""
    nodes = {key: _Node() for key in sources}
    for key, node in nodes.items():
        for other in _prerequisites(sources[key]):
            prerequisite = nodes.get(other)
            if prerequisite is not None:
                prerequisite.dependents.append(node)
                node.open += 1
    ready = [node for node in nodes.values() if node.open == 0]
    while ready:
        node = ready.pop()
        for dependent in node.dependents:
            dependent.open -= 1
            dependent.depth = max(dependent.depth, node.depth + 1)
            dependent.ways += node.ways
            if dependent.open == 0:
                ready.append(dependent)
    problems: dict[str, str] = {}
    for key, node in nodes.items():
        if node.open > 0:
            problems[key] = "a circle of prerequisites"
        elif node.depth > LONGEST_CHAIN or node.ways > MOST_WAYS:
            problems[key] = TOO_MANY
    return problems


def _prerequisites(source: Any) -> list[str]:
    try:
        found = optional(source, "prerequisites", objects_in) if is_record(source) else None
        return [text_in(one, "flag") for one in found or []]
    except Exception:
        # Compiling the flag says what is wrong with it.
        return []
