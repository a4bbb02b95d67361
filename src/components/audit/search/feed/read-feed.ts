import type { Session } from '../../../../db/contract.ts';
import { isAhead } from '../../../../db/follow/is-ahead.ts';
import type { Place } from '../../../../db/follow/place.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { streamErrors } from '../../streams/errors.ts';
import type { EntryFilter } from '../filter/entry-filter.ts';
import { parseCursor } from './cursor.ts';
import { type FedEntry, selectFed, selectHorizon } from './queries.ts';

export interface FeedPart {
  readonly entries: readonly FedEntry[];
  /** Up to where was looked, which may be beyond the last entry that was found. */
  readonly place: Place;
  readonly hasMore: boolean;
}

export interface FeedBounds {
  readonly after: Place | null;
  readonly limit: number;
  /** How many transactions are looked at. */
  readonly lookedAt?: number;
}

/**
 * Transactions that one request looks at, whoever made them: entries are in the order of the whole database, and who comes
 * back after a day would read past all that others wrote before there is an answer.
 */
const mostLookedAt = 5_000;

/**
 * The next entries beyond a place; without one none, and the place behind all there are. To be called in a transaction that
 * sees one state: what comes in between would be passed over.
 */
export async function readFeed(
  session: Session,
  filter: EntryFilter,
  { after, limit, lookedAt = mostLookedAt }: FeedBounds,
): Promise<FeedPart> {
  const horizon = await selectHorizon(session);
  if (after === null) return { entries: [], place: behindAllBefore(horizon), hasMore: false };
  const furthest = BigInt(after.transaction) + BigInt(lookedAt);
  const end = furthest < horizon ? furthest : horizon;
  const found = await selectFed(session, filter, { after, end, limit: limit + 1 });
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  if (found.length > limit && last !== undefined) return { entries, place: last, hasMore: true };
  // Whoever waits for something rare would look at everything again each time, were the place that of the last one found.
  return { entries, place: behindAllBefore(end), hasMore: end < horizon };
}

/** @throws ValidationError `audit/unreadable-place` */
export async function placeOf(session: Session, cursor: string): Promise<Place> {
  const place = parseCursor(cursor);
  // The last transaction that whoever stands there has seen: of the one that a place without an id names, nothing yet.
  const seen = place.id === '' ? BigInt(place.transaction) - 1n : BigInt(place.transaction);
  if (!(await isAhead(session, String(seen)))) return place;
  throw makeError(streamErrors.unreadablePlace, {
    message: `'${cursor}' is ahead of all that was written in this database, as it is after one was restored from a backup. Begin anew, without after.`,
    param: 'after',
  });
}

function behindAllBefore(transaction: bigint): Place {
  return { transaction: String(transaction), id: '' };
}
