import { PaginationError } from './errors.ts';
import type { CursorPart, OffsetPage } from './paged.ts';
import type { RawAnswer } from './raw-answer.ts';

/** Asks for one page; `place` goes over what stands in the query. */
type AskForPage<Page> = (place: object) => Promise<RawAnswer<Page>>;

/** From the page that the query names, else the first. */
export async function* pagesByNumber<Page extends OffsetPage<unknown>>(
  ask: AskForPage<Page>,
  query: object = {},
): AsyncGenerator<Page, void, undefined> {
  const first = 'page' in query && typeof query.page === 'number' ? query.page : 1;
  for (let number = first; ; number += 1) {
    const { value } = await ask(number === first ? {} : { page: number });
    yield value;
    // An empty page is no end: what it held may be hidden from the caller.
    if (value.pagination?.hasNext !== true) return;
  }
}

/** From the cursor that the query names, else the beginning. */
export async function* pagesByCursor<Part extends CursorPart<unknown>>(
  ask: AskForPage<Part>,
  query: object = {},
  parameter = 'cursor',
): AsyncGenerator<Part, void, undefined> {
  const seen = new Set<unknown>([Reflect.get(query, parameter)]);
  let place: object = {};
  for (;;) {
    const { value } = await ask(place);
    yield value;
    const cursor = value.nextCursor;
    if (value.hasMore === false || typeof cursor !== 'string') return;
    if (seen.has(cursor))
      throw new PaginationError('The list gave a cursor that it had given before; it would never end');
    seen.add(cursor);
    place = { [parameter]: cursor };
  }
}
