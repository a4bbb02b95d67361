import type { Clock } from '../../host/contract.ts';

/** Milliseconds after the last request from which on it is quiet. */
const quietAfter = 5_000;

/**
 * Whether anybody asks anything. In a database that only one process may open, what workers find to do comes from requests
 * to that process, but for what comes of time that passes, and of jobs: while nobody asks, they need not look ten times a
 * second.
 */
export class Activity {
  readonly #clock: Clock;
  #last: number;
  #nextAnswer: AbortController | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#last = clock.now().getTime();
  }

  get isQuiet(): boolean {
    return this.#clock.now().getTime() - this.#last > quietAfter;
  }

  /** Aborted when the next request has been answered, and not before: who asks does not wait for what comes of it. */
  get nextAnswer(): AbortSignal {
    this.#nextAnswer ??= new AbortController();
    return this.#nextAnswer.signal;
  }

  requestStarted(): void {
    this.#last = this.#clock.now().getTime();
  }

  requestFinished(): void {
    this.requestStarted();
    this.#nextAnswer?.abort();
    this.#nextAnswer = undefined;
  }
}
