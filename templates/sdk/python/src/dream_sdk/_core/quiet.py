"""Looks whether a connection that nobody used for a while is as it was left."""

from __future__ import annotations

import select


def is_quiet(number: int) -> bool:
    """Whether the socket is open and nothing has come: what nobody asked for spoils it.

    Args:
        number: The file descriptor of the socket.
    """
    try:
        if hasattr(select, "poll"):
            poll = select.poll()
            poll.register(number, select.POLLIN)
            return number >= 0 and not poll.poll(0)
        return not select.select([number], [], [], 0)[0]
    except (OSError, ValueError):
        return False
