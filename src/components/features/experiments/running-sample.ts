import type { Sample } from './statistics/compare-means.ts';

/** Mean and variance of numbers that come one by one (Welford): nothing is lost however large they are. */
export class RunningSample {
  #size = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    this.#size += 1;
    const off = value - this.#mean;
    this.#mean += off / this.#size;
    this.#squares += off * (value - this.#mean);
  }

  sample(): Sample {
    return { size: this.#size, mean: this.#mean, variance: this.#size < 2 ? 0 : this.#squares / (this.#size - 1) };
  }
}
