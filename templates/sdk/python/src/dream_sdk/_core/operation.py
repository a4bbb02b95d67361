"""What the generated code knows of an operation."""

from __future__ import annotations


class Operation:
    """One row of the API's table. The generated code makes one for each method."""

    __slots__ = ("id", "is_about_tenant", "is_mutation", "method", "route")

    def __init__(
        self,
        id: str,
        method: str,
        route: str,
        *,
        is_mutation: bool = False,
        is_about_tenant: bool = False,
    ) -> None:
        self.id = id
        self.method = method
        self.route = route
        # It changes something, so it carries an Idempotency-Key.
        self.is_mutation = is_mutation
        self.is_about_tenant = is_about_tenant

    def __repr__(self) -> str:
        return f"Operation({self.id!r})"
