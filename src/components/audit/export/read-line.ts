import type { SealedEntry } from '../entries/entry.ts';
import { entryPlace } from './line-place.ts';

const openBrace = 0x7b;

/**
 * An entry from its line, as `linesOf` has it written without what is kept apart. The body is read from where it stands:
 * to put its brace before a part of the line would copy all of it once more.
 *
 * @throws RangeError for anything else
 */
export function readLine(lines: Buffer, from: number, to: number): SealedEntry {
  const { bodyFrom, hash, previousHash, sequence } = entryPlace(lines, from, to);
  if (!isHash(hash) || !isHash(previousHash) || bodyFrom < 0) {
    throw new RangeError(`This is no line of an entry: ${lines.toString('utf8', from, Math.min(to, from + 80))}`);
  }
  const comma = lines[bodyFrom] ?? 0;
  lines[bodyFrom] = openBrace;
  const body = lines.toString('utf8', bodyFrom, to);
  lines[bodyFrom] = comma;
  return { sequence, hash, previousHash, body };
}

function isHash(text: string): text is `sha256:${string}` {
  return text.startsWith('sha256:');
}
