import type { SequenceRange } from './queries.ts';

/** Bytes that a slice should come to, and entries that it looks through at most. */
const bounds = {
  /** Handed on as they come: each slice begins when all of the one before was taken, and the fewer the better. */
  streamed: { bytes: Number.POSITIVE_INFINITY, most: 500_000 },
  /** Read at once by the database. */
  held: { bytes: 16 * 1024 * 1024, most: 500_000 },
  /** Kept until all are there. */
  gathered: { bytes: 4 * 1024 * 1024, most: 50_000 },
};
export type Handling = keyof typeof bounds;

const [fewest, first] = [100, 2000];
/** Milliseconds that a slice should take, for which a transaction is open. */
const longest = 2000;

/**
 * Cuts a range of a chain into slices, each of which is read in a transaction of its own: nobody holds one open for as
 * long as it takes to read millions of entries. How long the next one is follows from what the one before came to.
 */
export class Slices {
  readonly #last: number;
  /** Where the slice begins that was taken last, and where the next one will. */
  #first: number;
  #next: number;
  #length = first;
  readonly #bounds: { readonly bytes: number; readonly most: number };

  constructor(range: SequenceRange, handling: Handling) {
    this.#bounds = bounds[handling];
    this.#first = range.first;
    this.#next = range.first;
    this.#last = range.last;
  }

  /** Undefined at the end. */
  take(): SequenceRange | undefined {
    if (this.#next > this.#last) return undefined;
    const range = { first: this.#next, last: Math.min(this.#last, this.#next + this.#length - 1) };
    this.#first = range.first;
    this.#next = range.last + 1;
    return range;
  }

  /** What the slice came to that was taken last, and in how many milliseconds. */
  cameTo(bytes: number, took: number): void {
    const { bytes: wanted, most } = this.#bounds;
    const fitting = bytes === 0 ? most : (this.#length * wanted) / bytes;
    const inTime = took <= 0 ? most : (this.#length * longest) / took;
    this.#length = Math.round(Math.max(fewest, Math.min(most, fitting, inTime, this.#length * 4)));
  }

  /** The slice that was taken last was broken off behind an entry, at which it had taken so many milliseconds. */
  brokeOffAt(last: number, took: number): void {
    this.#next = Math.max(this.#first, last + 1);
    const inTime = ((this.#next - this.#first) * longest) / took;
    this.#length = Math.round(Math.max(fewest, Math.min(this.#length, inTime)));
  }
}
