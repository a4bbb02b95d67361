import { BoundedMap } from '../../engine/bounded-map.ts';

/** Milliseconds a version may be old: what is taken from somebody is felt after this, and a query later. */
const versionFreshness = 250;

interface Seen {
  /** When the question was asked, not when it was answered. */
  readonly askedAt: number;
  readonly version: Promise<number>;
}

/**
 * The access versions of the tenants in use, asked for at most every {@link versionFreshness} milliseconds for each,
 * however many requests come. Those that come while a question is under way wait for its answer only when it
 * was asked recently enough for them.
 */
export class AccessVersions {
  readonly #seen = new BoundedMap<Seen>(50_000);

  async of(environmentId: string, tenantId: string, now: Date, ask: () => Promise<number>): Promise<number> {
    const id = `${environmentId} ${tenantId}`;
    const seen = this.#seen.get(id);
    const age = seen === undefined ? Number.POSITIVE_INFINITY : now.getTime() - seen.askedAt;
    if (seen !== undefined && age >= 0 && age < versionFreshness) return seen.version;
    const asked = { askedAt: now.getTime(), version: ask() };
    this.#seen.set(id, asked);
    try {
      return await asked.version;
    } catch (error) {
      // Nobody after this one is to be answered by a failure of the past.
      if (this.#seen.get(id) === asked) this.#seen.delete(id);
      throw error;
    }
  }
}
