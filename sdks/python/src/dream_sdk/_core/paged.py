"""A list that is asked for page by page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .connection import Connection
from .decoded import RawAnswer
from .model import Model
from .paging import Follow, pages_of
from .prepared import Prepared
from .sync_run import iterate

if TYPE_CHECKING:
    from .sync_transport import SyncTransport

PageT = TypeVar("PageT", bound=Model)
ItemT = TypeVar("ItemT")


class Paged(Generic[PageT, ItemT]):
    """A list of the API. Nothing is asked for before it is wanted.

    Iterating gives every item of every page; ``pages()`` gives the pages, and ``first()`` one.
    """

    def __init__(
        self,
        connection: Connection[SyncTransport],
        prepared: Prepared,
        kind: type[PageT],
        follow: Follow,
    ) -> None:
        self._connection = connection
        self._prepared = prepared
        self._kind = kind
        self._follow = follow

    def __iter__(self) -> Iterator[ItemT]:
        for page in self.pages():
            # Every page has its items in `data`; `pages_of` made sure of it.
            items: list[ItemT] = getattr(page, "data")  # noqa: B009
            # In no variable while the next is waited for: reports of errors may show it.
            del page
            yield from items
            del items

    def auto_paging_iter(self) -> Iterator[ItemT]:
        """Every item of every page: what iterating over the list gives, by a name that says so."""
        return iter(self)

    def pages(self) -> Iterator[PageT]:
        """Every page, each asked for when it is wanted."""
        for raw in self._raw_pages():
            yield raw.value

    def first(self) -> PageT:
        """The page that was asked for, and no other."""
        return self.first_raw().value

    def first_raw(self) -> RawAnswer[PageT]:
        """The page that was asked for, with the answer it came in."""
        pages = self._raw_pages()
        try:
            return next(pages)
        finally:
            pages.close()

    def to_list(self, *, max: int | None = None) -> list[ItemT]:
        """The items of all pages in one list.

        Args:
            max: How many there may be; no page is asked for beyond.
        """
        items: list[ItemT] = []
        if max is not None and max <= 0:
            return items
        try:
            for item in self:
                items.append(item)
                del item
                if len(items) == max:
                    break
        except BaseException:
            # Reports of errors may show them.
            items.clear()
            raise
        return items

    def _raw_pages(self) -> Any:
        program = pages_of(self._prepared, self._kind, self._follow)
        return iterate(program, self._connection.transport)
