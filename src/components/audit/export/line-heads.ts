import type { HashText } from '../proof/hash.ts';
import { headLength, lineHead } from './line-place.ts';

const lineEnd = 0x0a;
const nothing = Buffer.alloc(0);

/**
 * Reads the sequence and the hash of each line from bytes that come in any pieces, and joins none of the pieces: what is
 * sent on as it came must not be copied for it.
 */
export class LineHeads {
  /** What has come of a line's head; null within a line of which it is known. */
  #head: Buffer | null = nothing;

  take(bytes: Uint8Array, found: (sequence: number, hash: HashText) => void): void {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let from = 0;
    while (from < piece.length) {
      if (this.#head !== null) {
        const more = piece.subarray(from, from + headLength - this.#head.length);
        const head: Buffer = this.#head.length === 0 ? more : Buffer.concat([this.#head, more]);
        if (head.length < headLength) {
          // A copy: what it is part of goes on.
          this.#head = Buffer.from(head);
          return;
        }
        const { hash, sequence } = lineHead(head, 0);
        found(sequence, hash);
        this.#head = null;
      }
      const end = piece.indexOf(lineEnd, from);
      if (end === -1) return;
      this.#head = nothing;
      from = end + 1;
    }
  }
}
