import type { Clock } from '../../../../host/contract.ts';

/** Milliseconds: no timer runs longer, so that a clock that is set, or a machine that slept, is noticed. */
const longestWait = 60_000;

/** Rings at an instant of the clock, never before. One instant at a time; it keeps no process alive. */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** In place of what was set before. Milliseconds since 1970; Infinity: never. */
  set(at: number): void {
    this.clear();
    if (at === Number.POSITIVE_INFINITY) return;
    const wait = at - this.#clock.now().getTime();
    this.#timer = setTimeout(
      () => {
        if (this.#clock.now().getTime() >= at) this.#ring();
        else this.set(at);
      },
      Math.max(0, Math.min(wait, longestWait)),
    );
    this.#timer.unref();
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}
