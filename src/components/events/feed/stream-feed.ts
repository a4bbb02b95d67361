import type { SessionScope } from '../../../db/contract.ts';
import type { Place } from '../../../db/follow/place.ts';
import type { Background } from '../../../server/operation-context.ts';
import type { StreamEvent, StreamReader } from '../../../server/operation-result.ts';
import { formatCursor } from './cursor.ts';
import { matchesAny } from './event-pattern.ts';
import { toWireEvent } from './event-shape.ts';
import type { Asked, PlacedEvent } from './queries.ts';
import { type FeedPart, readFeed } from './read-feed.ts';
import type { EventTail } from './tail.ts';

export interface FeedStream extends StreamReader {
  readonly scope: SessionScope;
  readonly background: Pick<Background, 'read' | 'report'>;
  readonly tail: EventTail;
  readonly from: Place;
  readonly asked: Asked;
}

/** Events that are read at once. A reader who is slow is told later, and is told everything. */
const part = 100;
/** Milliseconds before a question is asked again that the database did not answer. */
const patience = 1_000;

/** All events beyond a place, and those that happen from now on, each once and in order. */
export async function* streamFeed(stream: FeedStream): AsyncGenerator<StreamEvent, void> {
  const { asked, once, signal, tail } = stream;
  let place = stream.from;
  while (!signal.aborted) {
    // Whatever is read from now on holds all that the tail has seen until now.
    let known = tail.place;
    const read = await readOn(stream, place);
    if (read === null) continue;
    yield* read.events.map(toStreamEvent);
    place = read.place ?? place;
    if (read.hasMore) continue;
    if (once) return;
    await tail.beyond(known, signal);
    // As long as the reader keeps up, what the tail has read is all there is.
    for (let batch = tail.since(known); known !== null && batch !== null; batch = tail.since(known)) {
      const told = place;
      yield* batch.events.filter((event) => isBehind(told, event) && isMeant(event, asked)).map(toStreamEvent);
      if (isBehind(place, batch.to)) place = batch.to;
      known = batch.to;
      await tail.beyond(known, signal);
      if (signal.aborted) return;
    }
  }
}

/** Null where the database did not answer, after a while. */
async function readOn({ asked, background, once, scope, signal }: FeedStream, from: Place): Promise<FeedPart | null> {
  try {
    return await background.read(scope, (session) => readFeed(session, from, part, asked));
  } catch (problem) {
    if (once) throw problem;
    background.report(problem);
    const rest = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    await new Promise<void>((resolve) => rest.addEventListener('abort', () => resolve(), { once: true }));
    return null;
  }
}

function toStreamEvent(event: PlacedEvent): StreamEvent {
  return { id: formatCursor(event), event: event.type, data: JSON.stringify(toWireEvent(event)) };
}

function isBehind(place: Place, { id, transaction }: Place): boolean {
  const [here, there] = [BigInt(place.transaction), BigInt(transaction)];
  return there > here || (there === here && id > place.id);
}

function isMeant({ createdAt, tenantId, type }: PlacedEvent, asked: Asked): boolean {
  if (asked.tenantId !== null && tenantId !== asked.tenantId) return false;
  if (asked.since !== null && createdAt < asked.since) return false;
  return asked.types === null || matchesAny(type, asked.types);
}
