import type { Database } from '../../db/contract.ts';
import { updateLastUsed } from './queries.ts';

const interval = 60_000;

/**
 * Notes when keys were last used, after the answer has left, at most once a minute for each key.
 * A write that fails is reported and lost: it must never cost a request.
 */
export class KeyUsage {
  readonly #database: Database;
  readonly #onProblem: (problem: unknown) => void;
  readonly #noted = new Map<string, number>();
  readonly #writes = new Set<Promise<void>>();

  constructor(database: Database, onProblem: (problem: unknown) => void) {
    this.#database = database;
    this.#onProblem = onProblem;
  }

  note(keyId: string, usedAt: Date): void {
    const noted = this.#noted.get(keyId);
    if (noted !== undefined && usedAt.getTime() - noted < interval) {
      return;
    }
    this.#noted.set(keyId, usedAt.getTime());
    const write = this.#write(keyId, usedAt).finally(() => this.#writes.delete(write));
    this.#writes.add(write);
  }

  /** Resolves when nothing is being written any more. Never rejects. */
  async settled(): Promise<void> {
    await Promise.all(this.#writes);
  }

  async #write(keyId: string, usedAt: Date): Promise<void> {
    try {
      await this.#database.withControlPlane('write', (tx) =>
        updateLastUsed(tx, keyId, usedAt, new Date(usedAt.getTime() - interval)),
      );
    } catch (problem) {
      this.#onProblem(problem);
    }
  }
}
