import type { Random } from '../../../../host/contract.ts';

/** Contexts kept of one environment between two writings. */
const most = 100;

/** Some of those that are shown to it, each with the same chance, however many they are. */
export class Sample<T> {
  readonly #random: Random;
  #kept: T[] = [];
  #shown = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** `make` is called for what is kept only. */
  show(make: () => T): void {
    this.#shown += 1;
    if (this.#kept.length < most) {
      this.#kept.push(make());
      return;
    }
    const place = this.#below(this.#shown);
    if (place < most) this.#kept[place] = make();
  }

  /** Those that were kept; the next ones begin a new sample. */
  take(): readonly T[] {
    const kept = this.#kept;
    this.#kept = [];
    this.#shown = 0;
    return kept;
  }

  #below(bound: number): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#random.bytes(4);
    return Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / (2 ** 32 / bound));
  }
}
