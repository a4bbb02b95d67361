import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../db/contract.ts';
import type { Clock } from '../../host/contract.ts';
import type { Worker, WorkerContext, WorkerGauge } from '../worker.ts';
import type { Activity } from './activity.ts';

export interface WorkerRunnerOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Aborted at the first moment of a stop. */
  readonly signal: AbortSignal;
  readonly report: (problem: unknown) => void;
  /** Undefined where work may come from elsewhere too. */
  readonly activity?: Activity;
}

/**
 * Milliseconds from one round to the next, at least, while nobody asks anything. What comes of time that passes, or of a
 * job, is met that much later then, and what comes of that by another worker as much again.
 */
const quietPause = 500;

/** Milliseconds after a round that failed, doubled with each that fails after it, and the most it comes to. */
const firstPatience = 250;
const mostPatience = 5_000;

/** Does the rounds of workers, each beside the others, and never two of one worker at once. */
export class WorkerRunner {
  readonly #workers: readonly Worker[];
  readonly #options: WorkerRunnerOptions;
  #running: readonly Promise<void>[] = [];
  /** Aborted when a worker comes through that had failed: then others who failed need not wait any longer. */
  #recovery = new AbortController();

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
    this.#running = this.#workers.map((worker, index) => this.#goOn(worker, spread(index, this.#workers.length)));
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

  /**
   * Never rejects. What fails once is mostly a database that is away, for all of them: whoever finds it again first tells
   * the others. One that fails for a reason of its own is woken by nobody who never failed.
   */
  async #goOn(worker: Worker, share: number): Promise<void> {
    const { signal, report } = this.#options;
    let patience = 0;
    while (!signal.aborted) {
      const { signal: recovered } = this.#recovery;
      try {
        const rest = (await worker.round(this.#context())) === 'more' ? 0 : worker.pause;
        if (patience > 0) this.#tellRecovery();
        patience = 0;
        if (rest > 0) await this.#rest(rest);
      } catch (problem) {
        // While the server stops, its database goes too.
        if (!signal.aborted) report(problem);
        patience = Math.min(Math.max(patience * 2, firstPatience), mostPatience);
        await sleep(patience * share, AbortSignal.any([signal, recovered]));
      }
    }
  }

  async #rest(milliseconds: number): Promise<void> {
    const { activity, signal } = this.#options;
    if (activity?.isQuiet === true && milliseconds < quietPause) {
      await sleep(quietPause, AbortSignal.any([signal, activity.nextAnswer]));
    } else {
      await sleep(milliseconds, signal);
    }
  }

  #tellRecovery(): void {
    const recovery = this.#recovery;
    this.#recovery = new AbortController();
    recovery.abort();
  }

  #context(): WorkerContext {
    const { database, clock, signal, report } = this.#options;
    return { database, now: clock.now(), signal, report };
  }
}

/** Resolves then, or when the signal is aborted. */
async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}

/** From a half to the whole: each worker waits a little less than the next, so that they do not all come at once. */
function spread(index: number, count: number): number {
  return 0.5 + (0.5 * (index + 1)) / count;
}
