import type { SessionScope } from '../../../db/contract.ts';
import type { Place } from '../../../db/follow/place.ts';
import type { Background, StreamEvent, StreamReader } from '../../../server/contract.ts';
import { formatCursor } from './cursor.ts';
import { toWireEvent } from './event-shape.ts';
import type { Asked } from './queries.ts';
import { readFeed } from './read-feed.ts';
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
  const { asked, background, once, scope, signal, tail } = stream;
  let place = stream.from;
  while (!signal.aborted) {
    const known = tail.latest;
    const from = place;
    const read = await background
      .read(scope, (session) => readFeed(session, from, part, asked))
      .catch((problem: unknown) => {
        if (once) throw problem;
        background.report(problem);
        return null;
      });
    if (read === null) {
      await tail.after(tail.latest, AbortSignal.any([signal, AbortSignal.timeout(patience)]));
      continue;
    }
    for (const event of read.events) {
      yield { id: formatCursor(event), event: event.type, data: JSON.stringify(toWireEvent(event)) };
    }
    place = read.place ?? place;
    if (read.hasMore) continue;
    if (once) return;
    await tail.after(known, signal);
  }
}
