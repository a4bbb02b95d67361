import type { Clock } from '../../host/contract.ts';
import type { AuditClient, EntryQuery, FoundEntry } from '../audit-client.ts';

/** Milliseconds that a transaction may take from the time of its entry until it is seen. */
const slowest = 60_000;

/**
 * What is written from now on, in the order in which it is found. Entries of a slow transaction come with a time of
 * some moments before, and are found nevertheless.
 */
export class FollowedEntries {
  readonly #audit: AuditClient['audit'];
  readonly #query: EntryQuery;
  readonly #clock: Clock;
  /** By id, those of the last minute. */
  #seen: ReadonlySet<string> = new Set();

  constructor(audit: AuditClient['audit'], query: EntryQuery, clock: Clock) {
    this.#audit = audit;
    this.#query = query;
    this.#clock = clock;
  }

  /** The newest ones, oldest first. */
  async begin(count: number): Promise<readonly FoundEntry[]> {
    const recent = await this.#recent();
    const { data } = await this.#audit.entries(this.#query, { limit: count });
    this.#seen = new Set([...recent, ...data].map(({ id }) => id));
    return data.toReversed();
  }

  /** Those that were written since. */
  async next(): Promise<readonly FoundEntry[]> {
    const recent = await this.#recent();
    const fresh = recent.filter(({ id }) => !this.#seen.has(id));
    this.#seen = new Set(recent.map(({ id }) => id));
    return fresh.toReversed();
  }

  async #recent(): Promise<readonly FoundEntry[]> {
    const since = new Date(this.#clock.now().getTime() - slowest).toISOString();
    const { until } = this.#query;
    // That time is over, and nothing comes any more.
    if (until !== undefined && new Date(until) < new Date(since)) return [];
    const found: FoundEntry[] = [];
    let cursor: string | undefined;
    do {
      const part = await this.#audit.entries({ ...this.#query, since }, { limit: 200, cursor });
      found.push(...part.data);
      cursor = part.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  }
}
