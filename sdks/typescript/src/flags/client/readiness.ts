import { Given } from './given.ts';
import type { Platform } from './platform.ts';

/** Those who wait for the first flags. */
export class Readiness {
  readonly #platform: Pick<Platform, 'after'>;
  readonly #waiting = new Set<() => void>();
  #isSettled = false;

  constructor(platform: Pick<Platform, 'after'>) {
    this.#platform = platform;
  }

  /** There is something now, or never will be. */
  settle(): void {
    this.#isSettled = true;
    for (const wake of this.#waiting) wake();
  }

  /** Never rejects, and takes no longer than was asked for, or 5 seconds where that cannot be meant. */
  async wait(options: { readonly timeoutMs?: number } | undefined, isThere: () => boolean): Promise<boolean> {
    const timeout = new Given(options, () => undefined).milliseconds('timeoutMs', 5_000, 0);
    if (!this.#isSettled) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          cancel();
          this.#waiting.delete(wake);
          resolve();
        };
        const cancel = this.#platform.after(timeout, wake);
        this.#waiting.add(wake);
      });
    }
    return isThere();
  }
}
