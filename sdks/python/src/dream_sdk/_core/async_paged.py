"""A list that is awaited page by page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .async_run import iterate
from .connection import Connection
from .decoded import RawAnswer
from .model import Model
from .paging import Follow, pages_of
from .prepared import Prepared

if TYPE_CHECKING:
    from .async_transport import AsyncTransport

PageT = TypeVar("PageT", bound=Model)
ItemT = TypeVar("ItemT")


class AsyncPaged(Generic[PageT, ItemT]):
    """A list of the API. Nothing is asked for before it is wanted.

    Awaited, it gives one page. ``async for`` gives every item of every page, and ``pages()`` the
    pages.
    """

    def __init__(
        self,
        connection: Connection[AsyncTransport],
        prepared: Prepared,
        kind: type[PageT],
        follow: Follow,
    ) -> None:
        self._connection = connection
        self._prepared = prepared
        self._kind = kind
        self._follow = follow

    def __await__(self) -> Generator[Any, Any, PageT]:
        return self.first().__await__()

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async for page in self.pages():
            # Every page has its items in `data`; `pages_of` made sure of it.
            left: list[ItemT] = [*reversed(getattr(page, "data"))]  # noqa: B009
            # In no variable while the next is waited for: reports of errors may show it.
            del page
            while left:
                yield left.pop()

    def auto_paging_iter(self) -> AsyncIterator[ItemT]:
        """Every item of every page: what ``async for`` gives, by a name that says so."""
        return aiter(self)

    async def pages(self) -> AsyncIterator[PageT]:
        """Every page, each asked for when it is wanted."""
        async for raw in self._raw_pages():
            yield raw.value

    async def first(self) -> PageT:
        """The page that was asked for, and no other."""
        return (await self.first_raw()).value

    async def first_raw(self) -> RawAnswer[PageT]:
        """The page that was asked for, with the answer it came in."""
        pages = self._raw_pages()
        try:
            raw: RawAnswer[PageT] = await anext(pages)
            return raw
        finally:
            await pages.aclose()

    async def to_list(self, *, max: int | None = None) -> list[ItemT]:
        """The items of all pages in one list.

        Args:
            max: How many there may be; no page is asked for beyond.
        """
        items: list[ItemT] = []
        if max is not None and max <= 0:
            return items
        try:
            async for item in self:
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
