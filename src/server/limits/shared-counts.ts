import type { Database } from '../../db/contract.ts';
import type { Clock } from '../../host/contract.ts';
import { BoundedMap } from '../../engine/bounded-map.ts';
import type { Limit } from './limit.ts';
import { addCounts, deleteCountsBefore } from './queries.ts';
import { type Quota, quotaOf, windowStart } from './sliding-window.ts';

/** Milliseconds between two exchanges of counts, while there is something to tell. */
const exchangeInterval = 200;
const pruneInterval = 60_000;
/** Counts of windows longer ago than this are of no more use. */
const keptFor = 2 * 3_600_000;

/** One subject in one window. */
interface Window {
  readonly environmentId: string;
  readonly subject: string;
  readonly start: number;
  readonly length: number;
  /** As all servers together have counted, at the last exchange. */
  shared: number;
  previous: number;
  /** Counted here and not told yet. */
  owed: number;
  /** Of those, what an exchange has failed to tell. */
  failed: number;
}

/**
 * Counts requests together with the other servers on the same database, without asking it for each: every server
 * counts by itself and exchanges sums five times a second. Between two exchanges it lets through at most a tenth of a
 * limit, and waits for an exchange when that is used up. So n servers together let through at most n tenths more than
 * the limit, however fast requests come and however slow the database is; a server alone never lets through more.
 * When an exchange fails, a server goes on with what it knows.
 */
export class SharedCounts {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #onProblem: (problem: unknown) => void;
  readonly #windows = new BoundedMap<Window>(100_000);
  readonly #owing = new Set<Window>();
  #exchange: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #pruned = 0;
  #failing = false;

  constructor(database: Database, clock: Clock, onProblem: (problem: unknown) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#onProblem = onProblem;
  }

  /** Counts one request, if the limit allows it: `wait` is 0 then. */
  async take(environmentId: string, subject: string, limit: Limit): Promise<Quota> {
    const share = Math.ceil(limit.requests / 10);
    for (;;) {
      const now = this.#clock.now().getTime();
      const window = this.#windowOf(environmentId, subject, limit, now);
      const quota = quotaNow(limit, window, now);
      if (quota.wait > 0) return quota;
      if (window.owed - window.failed < share) {
        window.owed += 1;
        this.#owing.add(window);
        this.#exchangeLater();
        return quotaNow(limit, window, now, quota.wait);
      }
      await this.#exchangeNow();
    }
  }

  /** Tells the others what is left to tell. Never rejects. */
  async settled(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#exchange;
    if (this.#owing.size > 0) await this.#exchangeNow();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #windowOf(environmentId: string, subject: string, limit: Limit, now: number): Window {
    const id = `${environmentId} ${subject}`;
    const start = windowStart(limit, now);
    const length = limit.seconds * 1000;
    const known = this.#windows.get(id);
    if (known?.start === start && known.length === length) return known;
    const isNext = known !== undefined && known.length === length && known.start + length === start;
    const previous = isNext ? known.shared + known.owed : 0;
    const window = { environmentId, subject, start, length, shared: 0, previous, owed: 0, failed: 0 };
    this.#windows.set(id, window);
    return window;
  }

  #exchangeLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#exchangeNow();
    }, exchangeInterval).unref();
  }

  /** One at a time; whoever comes meanwhile waits for the one under way, and looks again. */
  #exchangeNow(): Promise<void> {
    this.#exchange ??= this.#exchangeOnce().finally(() => {
      this.#exchange = null;
      if (this.#owing.size > 0) this.#exchangeLater();
    });
    return this.#exchange;
  }

  async #exchangeOnce(): Promise<void> {
    const told = [...this.#owing].map((window) => ({ window, count: window.owed }));
    this.#owing.clear();
    if (told.length === 0) return;
    try {
      const counted = told.map(({ window, count }) => ({
        environmentId: window.environmentId,
        subject: window.subject,
        length: window.length / 1000,
        start: new Date(window.start),
        before: new Date(window.start - window.length),
        count,
      }));
      const shared = await this.#database.withControlPlane('write', async (tx) => {
        await this.#prune((instant) => deleteCountsBefore(tx, instant));
        return addCounts(tx, counted);
      });
      for (const [index, { window, count }] of told.entries()) {
        window.owed -= count;
        window.failed = 0;
        window.shared = shared[index]?.current ?? window.shared + count;
        window.previous = shared[index]?.previous ?? window.previous;
        if (window.owed > 0) this.#owing.add(window);
      }
      this.#failing = false;
    } catch (problem) {
      for (const { window } of told) {
        window.failed = window.owed;
        this.#owing.add(window);
      }
      // Once is enough: it is tried again five times a second.
      if (!this.#failing) this.#onProblem(problem);
      this.#failing = true;
    }
  }

  async #prune(deleteBefore: (instant: Date) => Promise<void>): Promise<void> {
    const now = this.#clock.now().getTime();
    if (now - this.#pruned < pruneInterval) return;
    await deleteBefore(new Date(now - keptFor));
    this.#pruned = now;
  }
}

/** `wait` of a request that was just counted stays what it was before. */
function quotaNow(limit: Limit, { start, previous, shared, owed }: Window, now: number, wait?: number): Quota {
  const quota = quotaOf(limit, { start, previous, current: shared + owed }, now);
  return wait === undefined ? quota : { ...quota, wait };
}
