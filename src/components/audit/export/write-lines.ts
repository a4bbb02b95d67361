import type { Session } from '../../../db/contract.ts';
import type { SealedEntry } from '../entries/entry.ts';
import type { EntryFormat, EntrySource } from '../formats/format.ts';
import { eachLine } from '../proof/split-lines.ts';
import { linePlace } from './line-place.ts';
import type { LineSender } from './line-sender.ts';
import { readLine } from './read-line.ts';
import type { SkippedRoots } from './skipped-roots.ts';
import type { Tally } from './tally.ts';
import { WholeLines } from './whole-lines.ts';
import { WrittenText } from './written-text.ts';

/** Lines as the database writes them, sent as they are. `hasTails`: something may stand behind their bodies. */
export function sendLines(tally: Tally, hasTails: boolean): LineSender {
  return hasTails || tally.arrived > 0 ? sendWithTails(tally) : sendAsTheyAre(tally);
}

function sendAsTheyAre(tally: Tally): LineSender {
  const whole = new WholeLines();
  return {
    forget: () => whole.forget(),
    async send(bytes) {
      for (const lines of whole.take(bytes)) {
        eachLine(lines, (from) => tally.addLine(lines, from));
        await tally.send(lines);
      }
    },
  };
}

function sendWithTails(tally: Tally): LineSender {
  const whole = new WholeLines();
  return {
    forget: () => whole.forget(),
    async send(bytes) {
      for (const lines of whole.take(bytes)) {
        let fresh = 0;
        eachLine(lines, (from, to) => {
          const { bodyEnd, hash, sequence } = linePlace(lines, from);
          tally.add(sequence, hash, bodyEnd === to - 1 ? '' : lines.subarray(bodyEnd, to - 1));
          if (sequence <= tally.arrived) fresh = to + 1;
        });
        tally.pass(lines.subarray(0, fresh));
        await tally.send(lines.subarray(fresh));
      }
    },
  };
}

/** Entries that are written down at once: so few that what is made on the way is gone before it counts as old. */
const together = 16;

/** The same lines in another format. */
export function sendEncoded(tally: Tally, format: EntryFormat, source: EntrySource): LineSender {
  const whole = new WholeLines();
  const isOld = (entry: SealedEntry | undefined): boolean => entry !== undefined && entry.sequence <= tally.arrived;
  const encode = (lines: Buffer, written: WrittenText): void => {
    let entries: SealedEntry[] = [];
    const write = (): void => {
      const text = format.encode(entries, source);
      // What was sent before counts, and is not sent again.
      if (isOld(entries.at(-1))) tally.pass(Buffer.from(text));
      else written.add(text);
      entries = [];
    };
    eachLine(lines, (from, to) => {
      const entry = readLine(lines, from, to);
      tally.count(entry.sequence);
      if (entries.length === together || (isOld(entries.at(-1)) && !isOld(entry))) write();
      entries.push(entry);
    });
    if (entries.length > 0) write();
  };
  return {
    forget: () => whole.forget(),
    async send(bytes) {
      const written = new WrittenText(bytes.length);
      for (const lines of whole.take(bytes)) encode(lines, written);
      for (const piece of written.pieces()) await tally.send(piece);
    },
  };
}

/**
 * Lines between which others were left out: each after a gap says what was left out before it. They wait for each other,
 * since the database cannot be asked for that while it still writes them.
 */
export async function sendFiltered(
  tally: Tally,
  lines: Buffer,
  skipped: SkippedRoots,
  read: <T>(work: (session: Session) => Promise<T>) => Promise<T>,
): Promise<void> {
  const found: { readonly from: number; readonly to: number; readonly place: ReturnType<typeof linePlace> }[] = [];
  eachLine(lines, (from, to) => found.push({ from, to, place: linePlace(lines, from) }));
  let before = tally.last;
  const gaps = found.flatMap(({ place: { sequence } }) => {
    const gap = before === null || sequence > before + 1 ? [{ from: before ?? 0, to: sequence - 1 }] : [];
    before = sequence;
    return gap;
  });
  const roots = await skipped.of(gaps, read);
  let next = 0;
  for (const { from, place, to } of found) {
    const { bodyEnd, hash, sequence } = place;
    const isGap = tally.last === null || sequence > tally.last + 1;
    const tail = `${lines.toString('utf8', bodyEnd, to - 1)}${isGap ? `,"skipped":${JSON.stringify(roots[next++])}` : ''}`;
    tally.add(sequence, hash, tail);
    const line = `${lines.toString('utf8', from, bodyEnd)}${tail}}\n`;
    if (sequence <= tally.arrived) tally.pass(line);
    else await tally.send(line);
  }
}
