import { isJsonObject, type JsonObject } from '../../../engine/json.ts';
import { hashJson } from '../../../engine/canonical-json.ts';
import { objectOf } from '../../../engine/json-fields.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { authzenErrors } from './errors.ts';

/** Results in one answer, whatever limit is asked for. */
const maximalResults = 1_000;

/** Which results of a search are wanted. */
export interface PageWish {
  /** The name of the last result of the page before; undefined for the first page. */
  readonly after: string | undefined;
  readonly limit: number;
  /** What the search asks for, page aside: a token continues that search and no other. */
  readonly search: string;
}

/**
 * Reads the `page` of a search. A token carries the limit on, so that it may be left out with it.
 *
 * @throws ValidationError `authzen/invalid-page-token`
 */
export function readPage(kind: string, tenant: string, body: JsonObject): PageWish {
  const { page, ...entities } = body;
  const { token, limit, ...others } = objectOf(page);
  const search = hashJson({ kind, tenant, entities, others });
  const asked = typeof limit === 'number' ? limit : undefined;
  if (typeof token !== 'string' || token === '') {
    return { after: undefined, limit: Math.min(asked ?? maximalResults, maximalResults), search };
  }
  const read = parseToken(token);
  if (read === null) {
    throw makeError(authzenErrors.invalidPageToken, { message: 'page.token is none of ours.', param: '/page/token' });
  }
  // The standard lets a search ask for no results, and demands a token as long as there are more; with the same limit
  // whoever follows it would go round for ever.
  if (read.limit === 0) {
    throw makeError(authzenErrors.invalidPageToken, {
      message: 'page.limit was 0, by which a search only counts: to read the results, begin it with another limit.',
      param: '/page/token',
    });
  }
  if (read.search !== search || (asked !== undefined && Math.min(asked, maximalResults) !== read.limit)) {
    throw makeError(authzenErrors.invalidPageToken, {
      message: 'page.token continues another search: apart from the token, send the same as before.',
      param: '/page/token',
    });
  }
  return read;
}

/** One result of a search, with the name that results are sorted by. */
export interface Found {
  readonly name: string;
  readonly json: JsonObject;
}

/** The results of one page, `all` being sorted by name, and the response's `page`; it is left out where nobody asked. */
export function toSearchAnswer(
  all: readonly Found[],
  { after, limit, search }: PageWish,
  { wanted }: { readonly wanted: boolean },
): JsonObject {
  const begin = after === undefined ? 0 : all.findIndex(({ name }) => name > after);
  const rest = begin < 0 ? [] : all.slice(begin);
  const results = rest.slice(0, limit);
  const hasMore = rest.length > results.length;
  const next = hasMore ? formatToken({ after: results.at(-1)?.name ?? after, limit, search }) : '';
  return {
    ...(wanted || hasMore ? { page: { next_token: next, count: results.length, total: all.length } } : {}),
    results: results.map(({ json }) => json),
  };
}

function formatToken({ after, limit, search }: PageWish): string {
  return Buffer.from(JSON.stringify({ ...(after === undefined ? {} : { after }), limit, search })).toString(
    'base64url',
  );
}

function parseToken(token: string): PageWish | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (!isJsonObject(value)) return null;
    const { after, limit, search } = value;
    const isName = after === undefined || typeof after === 'string';
    if (!isName || typeof limit !== 'number' || limit < 0 || typeof search !== 'string') return null;
    return { after, limit: Math.min(limit, maximalResults), search };
  } catch {
    return null;
  }
}
