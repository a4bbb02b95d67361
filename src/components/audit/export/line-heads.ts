import { headLength } from './line-place.ts';

const lineEnd = 0x0a;
const nothing = Buffer.alloc(0);

/**
 * Finds the head of each line, in which its sequence and its hash stand, in bytes that come in any pieces, and joins none
 * of the pieces: what is sent on as it came must not be copied for it.
 */
export class LineHeads {
  /** What has come of a line's head; null within a line of which it is known. */
  #head: Buffer | null = nothing;

  /** @param found is told where the head stands, for as long as it does not return */
  take(bytes: Uint8Array, found: (bytes: Buffer, at: number) => void): void {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let from = 0;
    while (from < piece.length) {
      if (this.#head?.length === 0 && from + headLength <= piece.length) {
        found(piece, from);
        this.#head = null;
      } else if (this.#head !== null) {
        const head = Buffer.concat([this.#head, piece.subarray(from, from + headLength - this.#head.length)]);
        this.#head = head;
        if (head.length < headLength) return;
        found(head, 0);
        this.#head = null;
      }
      const end = piece.indexOf(lineEnd, from);
      if (end === -1) return;
      this.#head = nothing;
      from = end + 1;
    }
  }
}
