import type { SequenceRange } from './queries.ts';

/** Bytes that a slice should come to: what the embedded database reads at once, and a moment's work for any other. */
const wanted = 16 * 1024 * 1024;
const [fewest, first, most] = [100, 2000, 500_000];

/**
 * Cuts a range of a chain into slices, each of which is read in a transaction of its own: nobody holds one open for as
 * long as it takes to read millions of entries. How long the next one is follows from what the one before came to.
 */
export class Slices {
  readonly #last: number;
  #next: number;
  #length = first;

  constructor(range: SequenceRange) {
    this.#next = range.first;
    this.#last = range.last;
  }

  /** Undefined at the end. */
  take(): SequenceRange | undefined {
    if (this.#next > this.#last) return undefined;
    const range = { first: this.#next, last: Math.min(this.#last, this.#next + this.#length - 1) };
    this.#next = range.last + 1;
    return range;
  }

  /** What the slice came to that was taken last. */
  cameTo(bytes: number): void {
    const fitting = bytes === 0 ? most : (this.#length * wanted) / bytes;
    this.#length = Math.round(Math.max(fewest, Math.min(most, fitting, this.#length * 4)));
  }
}
