import type { SessionScope } from '../../../../db/contract.ts';
import type { Background } from '../../../../server/operation-context.ts';
import { selectSize } from './queries.ts';

/** Milliseconds between two looks, while somebody follows. */
const interval = 150;

/** Sees when a chain has grown: one small question for all who follow it, in place of one for each. */
export class ChainTail {
  readonly #scope: SessionScope;
  readonly #tenantId: string;
  readonly #background: Pick<Background, 'read' | 'report'>;
  readonly #waiting = new Set<() => void>();
  #looking = false;
  #size = 0;

  constructor(scope: SessionScope, tenantId: string, background: Pick<Background, 'read' | 'report'>) {
    this.#scope = scope;
    this.#tenantId = tenantId;
    this.#background = background;
  }

  /** Resolves when the chain is longer than `size`, or the signal is aborted. */
  async beyond(size: number, signal: AbortSignal): Promise<void> {
    while (this.#size <= size && !signal.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const wake = (): void => resolve();
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
      this.#lookLater();
      await promise;
      this.#waiting.delete(wake);
      signal.removeEventListener('abort', wake);
    }
  }

  #lookLater(): void {
    if (this.#looking) return;
    this.#looking = true;
    setTimeout(() => void this.#look(), interval).unref();
  }

  /** Never rejects. */
  async #look(): Promise<void> {
    try {
      const size = await this.#background.read(this.#scope, (session) => selectSize(session, this.#tenantId));
      if (size > this.#size) {
        this.#size = size;
        for (const wake of this.#waiting) wake();
      }
    } catch (problem) {
      this.#background.report(problem);
    }
    this.#looking = false;
    if (this.#waiting.size > 0) this.#lookLater();
  }
}
