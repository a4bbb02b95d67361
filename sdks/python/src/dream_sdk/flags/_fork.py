"""Clients of a process that forks, as servers with several workers do."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Forked(Protocol):
    """What lives on in a forked process, where no thread of the parent does."""

    def forked(self) -> None: ...


_living: WeakSet[Forked] = WeakSet()


def outlive_forks(client: Forked) -> None:
    """Has the client told, in each process that is forked from now on, that it is in another."""
    _living.add(client)


def _tell_all() -> None:
    for client in list(_living):
        client.forked()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_tell_all)
