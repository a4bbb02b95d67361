import type { SealedEntry } from '../entries/entry.ts';

const place = /^\{"sequence":(\d+),"hash":"(sha256:[0-9a-f]{64})","previousHash":"(sha256:[0-9a-f]{64})","bytes":\d+,/;

/**
 * An entry from its line, as `linesOf` has it written without what is kept apart.
 *
 * @throws RangeError for anything else
 */
export function readLine(line: string): SealedEntry {
  const [head, sequence, hash, previousHash] = place.exec(line) ?? [];
  if (head === undefined || sequence === undefined || !isHash(hash) || !isHash(previousHash)) {
    throw new RangeError(`This is no line of an entry: ${line.slice(0, 80)}`);
  }
  return { sequence: Number(sequence), hash, previousHash, body: `{${line.slice(head.length)}` };
}

function isHash(text: string | undefined): text is `sha256:${string}` {
  return text !== undefined;
}
