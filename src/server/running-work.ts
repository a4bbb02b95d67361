/** Counts what is under way, so that a stop can wait for it. */
export class RunningWork {
  #count = 0;
  #waiting: (() => void)[] = [];

  started(): void {
    this.#count += 1;
  }

  finished(): void {
    this.#count -= 1;
    if (this.#count === 0) {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resolve of waiting) {
        resolve();
      }
    }
  }

  /** Resolves at the first moment when nothing is under way. */
  async none(): Promise<void> {
    if (this.#count > 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}
