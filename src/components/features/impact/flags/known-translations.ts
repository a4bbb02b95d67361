import type { Session } from '../../../../db/contract.ts';
import { readLiveHashes } from '../../../../db/live-resources.ts';
import { type Translated, translateLive } from '../../delivery/translations.ts';

/** Environments of which they are kept. */
const mostEnvironments = 100;

/**
 * Flags and segments as they are live. What was translated for an earlier change is neither read nor translated again:
 * what a body of one key becomes depends on nothing else, and the body is known by its hash. So one that was read in a
 * transaction that failed is right too, and nothing here can be too old.
 */
export class KnownTranslations {
  /** By environment, those asked for longest ago first. */
  readonly #known = new Map<string, Translated>();

  async live(session: Session): Promise<Translated> {
    const { environmentId } = session;
    const hashes = await readLiveHashes(session, ['Flag', 'Segment']);
    const translated = await translateLive(session, hashes, this.#known.get(environmentId) ?? null);
    this.#known.delete(environmentId);
    this.#known.set(environmentId, translated);
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostEnvironments && oldest !== undefined) this.#known.delete(oldest);
    return translated;
  }
}
