import type { AuditClient, EntryQuery, FoundEntry } from '../audit-client.ts';

/** Entries in one answer. */
const part = 200;

/** The newest entries, and those that are written from then on: each once, and none left out. */
export class FollowedEntries {
  readonly #audit: AuditClient['audit'];
  readonly #query: EntryQuery;
  /** Where the feed goes on. */
  #after = '';
  /** Ids of those that the feed may bring once more: they were there already, behind a transaction under way. */
  #begun: ReadonlySet<string> = new Set();

  constructor(audit: AuditClient['audit'], query: EntryQuery) {
    this.#audit = audit;
    this.#query = query;
  }

  /** The newest ones, at most 200, oldest first. */
  async begin(count: number): Promise<readonly FoundEntry[]> {
    // First, so that nothing falls between the two.
    this.#after = (await this.#audit.feed(this.#query, { limit: 1 })).nextCursor;
    const { data } = await this.#audit.entries(this.#query, { limit: part });
    this.#begun = new Set(data.map(({ id }) => id));
    return data.slice(0, count).toReversed();
  }

  /** Those that were written since, in parts that are never empty. */
  async *next(): AsyncGenerator<readonly FoundEntry[], void> {
    for (let hasMore = true; hasMore; ) {
      const answer = await this.#audit.feed(this.#query, { after: this.#after, limit: part });
      this.#after = answer.nextCursor;
      hasMore = answer.hasMore;
      const fresh = answer.data.filter(({ id }) => !this.#begun.has(id));
      if (fresh.length > 0) yield fresh;
    }
  }
}
