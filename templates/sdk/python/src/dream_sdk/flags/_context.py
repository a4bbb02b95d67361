"""Who asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Context = Mapping[str, Mapping[str, Any]]
"""By kind: ``{"user": {"key": "ada", "role": "admin"}, "tenant": {"key": "acme"}}``."""


class FlagContext:
    """Makes contexts. They may as well be written as the dictionaries they are.

    ``FlagContext.multi(FlagContext.user("ada", role="admin"), FlagContext.tenant("acme"))``
    """

    @staticmethod
    def user(key: str, /, **attributes: Any) -> Context:
        return {"user": {**attributes, "key": key}}

    @staticmethod
    def tenant(key: str, /, **attributes: Any) -> Context:
        return {"tenant": {**attributes, "key": key}}

    @staticmethod
    def device(key: str, /, **attributes: Any) -> Context:
        return {"device": {**attributes, "key": key}}

    @staticmethod
    def of(kind: str, key: str, /, **attributes: Any) -> Context:
        """Of a kind of the project's own."""
        return {kind: {**attributes, "key": key}}

    @staticmethod
    def multi(*contexts: Context) -> Context:
        """Several at once. Of two of the same kind the later one holds, as a whole."""
        return {kind: attributes for one in contexts for kind, attributes in one.items()}
