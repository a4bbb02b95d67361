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

  /** Never rejects, and takes no longer than was asked for. */
  async wait(options: { readonly timeoutMs?: number } | undefined, isThere: () => boolean): Promise<boolean> {
    const timeout = Number(options?.timeoutMs ?? 5_000);
    if (!this.#isSettled) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          cancel();
          this.#waiting.delete(wake);
          resolve();
        };
        const cancel = this.#platform.after(Number.isFinite(timeout) ? timeout : 5_000, wake);
        this.#waiting.add(wake);
      });
    }
    return isThere();
  }
}
