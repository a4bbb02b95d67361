import type { Database } from '../../db/contract.ts';
import { BoundedMap } from '../../engine/bounded-map.ts';
import { selectKeyByHash, type StoredKey } from './queries.ts';

/** Milliseconds that a key is taken as it was read: so long another server's revocation may go unseen here. */
const lifetime = 250;

/** Milliseconds after which a key that is still asked for is read anew beside the requests, so that none of them waits. */
const renewal = 125;

/** Keys kept at once, about half a kilobyte each. */
const capacity = 10_000;

interface Known {
  readonly key: StoredKey;
  /** When the question was asked, not when it was answered. */
  readonly askedAt: number;
  /** How often something had been forgotten by then. */
  readonly forgotten: number;
}

/**
 * Keys by the hash of the whole key, each kept for a moment: whoever asks hundreds of times a second does not have
 * their key read as often. Unknown ones are never kept, so that a new key works at once.
 */
export class KnownKeys {
  readonly #database: Database;
  readonly #known = new BoundedMap<Known>(capacity);
  readonly #renewing = new Map<string, Promise<void>>();
  /** Of each environment that this server has changed: how often anything had been forgotten just after. */
  readonly #forgottenOf = new Map<string, number>();
  #forgotten = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** As it was within the last moment; as it is now, when this server has changed anything of its environment since. */
  async find(hash: string, now: Date): Promise<StoredKey | undefined> {
    const known = this.#known.get(hash);
    if (known === undefined || !this.#holds(known, now)) return this.#read(hash, now);
    if (now.getTime() - known.askedAt >= renewal) this.#renew(hash, now);
    return known.key;
  }

  /** To be called after everything that may have changed a key or its environment, before it is answered. */
  forget(environmentId: string): void {
    this.#forgotten += 1;
    this.#forgottenOf.set(environmentId, this.#forgotten);
  }

  /** Resolves when nothing is being read beside the requests any more. Never rejects. */
  async settled(): Promise<void> {
    await Promise.all(this.#renewing.values());
  }

  #holds({ key, askedAt, forgotten }: Known, now: Date): boolean {
    const age = now.getTime() - askedAt;
    // A clock that was put back must not make a key live longer; what was read while it was changed may be the old.
    return age >= 0 && age < lifetime && forgotten >= (this.#forgottenOf.get(key.environmentId) ?? 0);
  }

  async #read(hash: string, now: Date): Promise<StoredKey | undefined> {
    const [askedAt, forgotten] = [now.getTime(), this.#forgotten];
    const key = await this.#database.withControlPlane('read', (tx) => selectKeyByHash(tx, hash));
    if (key === undefined) this.#known.delete(hash);
    else this.#known.set(hash, { key, askedAt, forgotten });
    return key;
  }

  #renew(hash: string, now: Date): void {
    if (this.#renewing.has(hash)) return;
    const reading = this.#read(hash, now)
      // Whoever finds it too old will read it, and hear what is wrong.
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => this.#renewing.delete(hash));
    this.#renewing.set(hash, reading);
  }
}
