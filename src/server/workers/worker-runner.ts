import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../db/contract.ts';
import type { Clock } from '../../host/contract.ts';
import type { Worker, WorkerContext, WorkerGauge } from '../worker.ts';

export interface WorkerRunnerOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Aborted at the first moment of a stop. */
  readonly signal: AbortSignal;
  readonly report: (problem: unknown) => void;
}

/** Milliseconds after a round that failed, doubled with each that fails after it, and the most it comes to. */
const firstPatience = 250;
const mostPatience = 30_000;

/** Does the rounds of workers, each beside the others, and never two of one worker at once. */
export class WorkerRunner {
  readonly #workers: readonly Worker[];
  readonly #options: WorkerRunnerOptions;
  #running: readonly Promise<void>[] = [];

  constructor(workers: readonly Worker[], options: WorkerRunnerOptions) {
    this.#workers = workers;
    this.#options = options;
  }

  get gauges(): readonly WorkerGauge[] {
    return this.#workers.flatMap(({ gauges = [] }) => gauges);
  }

  /** @throws RangeError when it has been started before */
  start(): void {
    if (this.#running.length > 0) throw new RangeError('the workers are at work already');
    this.#running = this.#workers.map((worker) => this.#goOn(worker));
  }

  /** One after the other, until none has anything left to do. Rejects with what a round throws. */
  async workOnce(): Promise<void> {
    for (const worker of this.#workers) {
      while ((await worker.round(this.#context())) === 'more');
    }
  }

  /** When the rounds under way have ended; after a stop no other begins. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Never rejects. */
  async #goOn(worker: Worker): Promise<void> {
    const { signal, report } = this.#options;
    let patience = firstPatience;
    while (!signal.aborted) {
      let rest = worker.pause;
      try {
        if ((await worker.round(this.#context())) === 'more') rest = 0;
        patience = firstPatience;
      } catch (problem) {
        // While the server stops, its database goes too.
        if (!signal.aborted) report(problem);
        rest = patience;
        patience = Math.min(patience * 2, mostPatience);
      }
      if (rest > 0) await pause(rest, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  #context(): WorkerContext {
    const { database, clock, signal, report } = this.#options;
    return { database, now: clock.now(), signal, report };
  }
}
