import type { Session } from '../../../db/contract.ts';
import type { LineSender } from './line-sender.ts';
import { type ExportScope, linesOf, type SequenceRange } from './queries.ts';
import { sendPatiently } from './send-patiently.ts';
import type { SkippedRoots } from './skipped-roots.ts';
import { type Handling, Slices } from './slices.ts';
import type { Tally } from './tally.ts';
import { sendFiltered } from './write-lines.ts';

/** Milliseconds for which a transaction waits for whoever takes the lines: a third of the time limit of a statement. */
const usualPatience = 10_000;

export interface RangeTarget {
  readonly now: () => Date;
  /** One transaction that reads. */
  readonly read: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
  readonly handling: Handling;
  readonly tally: Tally;
  readonly lines: LineSender;
  /** Says what was left out between lines; null where nobody has to. */
  readonly skipped: SkippedRoots | null;
  /** Milliseconds. */
  readonly patience?: number | undefined;
}

/** Sends the lines of a part of a chain, from one short transaction after the other. */
export async function writeRange(scope: ExportScope, range: SequenceRange, target: RangeTarget): Promise<void> {
  const { handling, lines, now, patience = usualPatience, read, skipped, tally } = target;
  const slices = new Slices(range, handling);
  for (let slice = slices.take(); slice !== undefined; slice = slices.take()) {
    const part = slice;
    const [before, begin] = [tally.bytes, now().getTime()];
    const stream = (send: LineSender['send']): Promise<number> =>
      read((session) => session.streamLines(linesOf(session, scope, part), send));
    const took = (): number => now().getTime() - begin;
    if (skipped !== null) {
      const gathered: Uint8Array[] = [];
      await stream(async (bytes) => void gathered.push(bytes));
      await sendFiltered(tally, Buffer.concat(gathered), skipped, read);
    } else if (!(await sendPatiently({ now, patience }, lines.send, stream))) {
      lines.forget();
      slices.brokeOffAt(tally.last ?? 0, took());
      continue;
    }
    slices.cameTo(tally.bytes - before, took());
  }
}
