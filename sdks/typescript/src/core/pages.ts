import { PaginationError, type ResponseError } from './errors.ts';
import type { CursorPart, OffsetPage } from './paged.ts';
import type { RawAnswer } from './raw-answer.ts';
import { refusedAnswer } from './read-json.ts';

/** Asks for one page; `place` goes over what stands in the query. */
type AskForPage<Page> = (place: object) => Promise<RawAnswer<Page>>;

/** From the page that the query names, else the first. */
export async function* pagesByNumber<Page extends OffsetPage<unknown>>(
  ask: AskForPage<Page>,
  query: object = {},
): AsyncGenerator<Page, void, undefined> {
  const asked = 'page' in query ? String(query.page) : '';
  const first = /^\d+$/.test(asked) ? Number(asked) : 1;
  for (let number = first; ; number += 1) {
    const answer = await ask(number === first ? {} : { page: number });
    const { pagination } = answer.value;
    yield answer.value;
    // An empty page is no end: what it held may be hidden from the caller.
    if (pagination === undefined || pagination === null || pagination.hasNext === false) return;
    if (pagination.hasNext !== true) throw formless(answer, 'pagination.hasNext');
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
    const answer = await ask(place);
    const { value } = answer;
    yield value;
    const cursor = value.nextCursor;
    if (value.hasMore === false || (value.hasMore !== true && (cursor === undefined || cursor === null))) return;
    if (typeof cursor !== 'string') throw formless(answer, 'nextCursor');
    if (seen.has(cursor))
      throw new PaginationError('The list gave a cursor that it had given before; it would never end');
    seen.add(cursor);
    place = { [parameter]: cursor };
  }
}

/** Ending without a word would be taken for the end of the list. */
function formless(answer: RawAnswer<unknown>, field: string): ResponseError {
  return refusedAnswer(answer, `${field} of a list is not of its form (${answer.status})`);
}
