/** One moment for one evaluation, however often it is asked, and no look at the time when nobody asks. */
export class Clock {
  readonly #source: () => number;
  #moment: number | undefined;
  /** Which evaluation this is. Counts round, so that it stays a small integer. */
  turn = 0;

  constructor(source: () => number) {
    this.#source = source;
  }

  /** To be called at the start of every evaluation. */
  next(): void {
    this.#moment = undefined;
    this.turn = (this.turn + 1) & 0x3fffffff;
  }

  /** Milliseconds since 1970; `NaN`, which lies before and after nothing, where the clock fails. */
  now(): number {
    this.#moment ??= this.#read();
    return this.#moment;
  }

  #read(): number {
    try {
      return Number(this.#source());
    } catch {
      return Number.NaN;
    }
  }
}
