import type { Job, PgBoss } from 'pg-boss';
import type { Database } from '../db/contract.ts';
import type { JsonObject } from '../engine/json.ts';
import type { JobHandler } from './contract.ts';
import type { JobsDatabase } from './jobs-database.ts';

export interface JobLoopOptions {
  readonly boss: PgBoss;
  readonly jobs: JobsDatabase;
  readonly database: Database;
  readonly handlers: readonly JobHandler[];
  readonly report: (problem: unknown) => void;
}

interface Lane {
  readonly handler: JobHandler;
  /** By id. */
  readonly running: Map<string, { readonly job: Job<JsonObject>; readonly taken: AbortController }>;
}

/** Milliseconds between two looks when nothing is known to be due: for what other processes sent without a word. */
const longestPause = 5_000;
const shortestPause = 5;
/** Milliseconds between two signs of life. */
const heartbeat = 10_000;

/**
 * Takes what is due, and sleeps until the next is: pg-boss itself looks every half second at best, and a look when
 * nothing is due is wasted on a database that shares the machine.
 */
export class JobLoop {
  readonly #options: JobLoopOptions;
  readonly #lanes: readonly Lane[];
  readonly #heartbeat: NodeJS.Timeout;
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #idle: (() => void) | undefined;

  constructor(options: JobLoopOptions) {
    this.#options = options;
    this.#lanes = options.handlers.map((handler) => ({ handler, running: new Map() }));
    this.#heartbeat = setInterval(() => void this.#showLife(), heartbeat);
    this.#heartbeat.unref();
  }

  wake(): void {
    if (this.#stopping.signal.aborted) return;
    this.#lookAgain = this.#looking !== undefined;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
      if (this.#lookAgain) this.wake();
    });
  }

  async stop(patience: number): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await this.#looking;
    if (this.#count() > 0) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#idle = resolve;
        timer = setTimeout(resolve, patience);
      });
      clearTimeout(timer);
    }
    clearInterval(this.#heartbeat);
    // What still runs is somebody else's to do again; its own end finds that it is not held any more.
    for (const { handler, running } of this.#lanes) {
      const left = [...running.values()].map(({ job }) => job);
      if (left.length > 0)
        await this.#quietly(() => this.#options.boss.fail(handler.kind.name, left, { stopped: true }));
    }
  }

  /** Never rejects. */
  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    let pause = longestPause;
    await this.#quietly(async () => {
      const names = this.#lanes.map(({ handler }) => handler.kind.name);
      const next = await this.#options.jobs.nextDue(names);
      for (const lane of this.#lanes) {
        const wait = next.find(({ name }) => name === lane.handler.kind.name)?.wait;
        // A lane without room looks again when one of its jobs ends.
        if (wait === undefined || lane.running.size >= lane.handler.kind.atOnce) continue;
        if (wait <= 0 && (await this.#take(lane))) pause = 0;
        pause = Math.min(pause, Math.max(wait, shortestPause));
      }
    });
    if (this.#stopping.signal.aborted) return;
    this.#timer = setTimeout(() => this.wake(), pause);
    this.#timer.unref();
  }

  /** Whether there may be more of them. */
  async #take(lane: Lane): Promise<boolean> {
    if (this.#stopping.signal.aborted) return false;
    const { name, atOnce } = lane.handler.kind;
    const room = atOnce - lane.running.size;
    const jobs = await this.#options.boss.fetch<JsonObject>(name, { batchSize: room });
    for (const job of jobs) void this.#do(lane, job);
    return jobs.length === room;
  }

  /** Never rejects. */
  async #do({ handler, running }: Lane, job: Job<JsonObject>): Promise<void> {
    const { boss, database } = this.#options;
    const taken = new AbortController();
    running.set(job.id, { job, taken });
    const { name } = handler.kind;
    const signal = AbortSignal.any([this.#stopping.signal, taken.signal]);
    try {
      await handler.run({ data: job.data, attempt: job.retryCount, signal, database });
      await this.#quietly(() => boss.complete(name, job));
    } catch (error) {
      this.#options.report(error);
      await this.#quietly(() => boss.fail(name, job, { message: error instanceof Error ? error.message : 'failed' }));
    }
    running.delete(job.id);
    if (this.#count() === 0) this.#idle?.();
    this.wake();
  }

  /** Tells whoever watches that this process lives, and jobs that they are not held any more. */
  async #showLife(): Promise<void> {
    for (const { handler, running } of this.#lanes) {
      const held = [...running.values()];
      if (held.length === 0) continue;
      await this.#quietly(async () => {
        const jobs = held.map(({ job }) => job);
        const answer = await this.#options.boss.touch(handler.kind.name, jobs);
        const settled: unknown = Reflect.get(answer, 'settled');
        if (!Array.isArray(settled)) return;
        for (const { job, taken } of held) if (!settled.includes(job.id)) taken.abort();
      });
    }
  }

  #count(): number {
    return this.#lanes.reduce((sum, { running }) => sum + running.size, 0);
  }

  async #quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#options.report(error);
    }
  }
}
