import type { Session } from '../../../db/contract.ts';
import { isAhead } from '../../../db/follow/is-ahead.ts';
import { beginning, type Place } from '../../../db/follow/place.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { eventErrors } from '../errors.ts';
import { parseCursor } from './cursor.ts';
import {
  type Asked,
  firstTransactionSince,
  lastPlaceBeyond,
  type PlacedEvent,
  placeAfter,
  selectEvent,
  selectEvents,
  selectLatestPlace,
} from './queries.ts';

export interface FeedPart {
  readonly events: readonly PlacedEvent[];
  /** Up to where was looked, which may be beyond the last event that was found; null: at nothing. */
  readonly place: Place | null;
  readonly hasMore: boolean;
}

/** Events that one request looks at to find those of the types it asks for. */
const mostLookedAt = 900;

/**
 * The next events beyond a place. However rare the types asked for, a part looks at some hundred events. To be called in
 * a transaction that sees one state: an event that comes in between would be passed over.
 */
export async function readFeed(session: Session, after: Place, limit: number, asked: Asked): Promise<FeedPart> {
  const filtered = asked.types !== null || asked.since !== null;
  const upTo = filtered ? await placeAfter(session, after, mostLookedAt, asked.tenantId) : null;
  const found = await selectEvents(session, { after, upTo, limit: limit + 1 }, asked);
  const events = found.slice(0, limit);
  if (found.length > limit) return { events, place: events.at(-1) ?? null, hasMore: true };
  if (upTo !== null) return { events, place: upTo, hasMore: true };
  // Whoever waits for something rare would look at everything again each time, were the place that of the last one found.
  const place = filtered ? await lastPlaceBeyond(session, after, asked.tenantId) : (events.at(-1) ?? null);
  return { events, place, hasMore: false };
}

/**
 * Where to begin: beyond what the reader names, or with what has happened since then; else at the beginning, or behind
 * all that has happened.
 *
 * @throws ValidationError `events/unknown-cursor`
 */
export async function placeToBegin(
  session: Session,
  { after, since }: { readonly after: string | null; readonly since: Date | null },
  otherwise: 'the beginning' | 'the end' = 'the beginning',
): Promise<Place> {
  if (after !== null) {
    const cursor = parseCursor(after);
    if (cursor !== null && 'transaction' in cursor) {
      if (!(await isAhead(session, cursor.transaction))) return cursor;
      throw makeError(eventErrors.unknownCursor, {
        message: `'${after}' is ahead of all that has happened in this database, as it is after one was restored from a backup. Begin anew, with since.`,
        param: 'after',
      });
    }
    const event = cursor === null ? undefined : await selectEvent(session, cursor.eventId);
    if (event !== undefined) return event;
    throw makeError(eventErrors.unknownCursor, {
      message: `There is no event '${after}' to go on from, or it is kept no longer.`,
      param: 'after',
    });
  }
  if (since === null && otherwise === 'the beginning') return beginning;
  const first = since === null ? null : await firstTransactionSince(session, since);
  if (first !== null) return { transaction: first, id: '' };
  return (await selectLatestPlace(session)) ?? beginning;
}
