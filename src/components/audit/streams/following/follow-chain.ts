import type { SessionScope } from '../../../../db/contract.ts';
import type { Background } from '../../../../server/operation-context.ts';
import type { StreamEvent, StreamReader } from '../../../../server/operation-result.ts';
import { ndjsonLine } from '../../formats/ndjson.ts';
import { sealedOf } from '../sending/gather.ts';
import { type SealedRow, selectNext } from '../sending/queries.ts';
import type { ChainTail } from './chain-tail.ts';
import { selectSize } from './queries.ts';

export interface ChainReader extends StreamReader {
  readonly scope: SessionScope;
  readonly tenantId: string;
  readonly background: Pick<Background, 'read' | 'report'>;
  readonly tail: ChainTail;
  /** Sequence of the last entry that the reader has. */
  readonly after: number;
}

/** Entries that are read at once. A reader who is slow is told later, and is told everything. */
const part = 100;
/** Milliseconds before a question is asked again that the database did not answer. */
const patience = 1_000;

/** All entries of a chain behind one, and those that are sealed from now on, each once and in order. */
export async function* followChain(reader: ChainReader): AsyncGenerator<StreamEvent, void> {
  const { background, once, scope, signal, tail, tenantId } = reader;
  let place = reader.after;
  while (!signal.aborted) {
    const from = place;
    const read = await background
      .read(scope, async (session) => {
        const size = await selectSize(session, tenantId);
        const chain = { tenantId, sequence: from, size };
        return { size, rows: size > from ? await selectNext(session, [chain], part) : [] };
      })
      .catch((problem: unknown) => {
        if (once) throw problem;
        background.report(problem);
        return null;
      });
    if (read === null) {
      await tail.beyond(Number.MAX_SAFE_INTEGER, AbortSignal.any([signal, AbortSignal.timeout(patience)]));
      continue;
    }
    for (const row of read.rows) {
      yield* eventsOf(row, place);
      place = row.sequence;
    }
    // What is behind the last one that there is has been deleted.
    if (read.rows.length < part && place < read.size) {
      yield gap(place + 1, read.size);
      place = read.size;
    }
    if (place < read.size) continue;
    if (once) return;
    await tail.beyond(place, signal);
  }
}

/** An entry, and before it what is missing between it and the one before. */
function* eventsOf(row: SealedRow, before: number): Generator<StreamEvent, void> {
  const sealed = sealedOf(row);
  const missing = sealed === null ? row.sequence : row.sequence - 1;
  if (missing > before) yield gap(before + 1, missing);
  if (sealed !== null) yield { id: String(row.sequence), event: 'entry', data: ndjsonLine(sealed) };
}

function gap(first: number, last: number): StreamEvent {
  return { id: String(last), event: 'pruned', data: JSON.stringify({ first, last }) };
}
