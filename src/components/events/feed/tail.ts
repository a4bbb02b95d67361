import type { SessionScope } from '../../../db/contract.ts';
import type { Background } from '../../../server/contract.ts';
import { formatCursor } from './cursor.ts';
import { selectLatestPlace } from './queries.ts';

/** Milliseconds between two looks, while somebody follows. */
const interval = 80;

/**
 * Sees when there are new events in an environment: one small question for all who follow it, in place of one for each.
 * Asking is surer than being told: an event may be seen only once every older transaction has ended, which nobody
 * announces.
 */
export class EventTail {
  readonly #scope: SessionScope;
  readonly #background: Pick<Background, 'read' | 'report'>;
  readonly #waiting = new Set<() => void>();
  #looking = false;
  #latest: string | null = null;

  constructor(scope: SessionScope, background: Pick<Background, 'read' | 'report'>) {
    this.#scope = scope;
    this.#background = background;
  }

  /** The last event that was seen, by whoever looked; null before anybody has looked. */
  get latest(): string | null {
    return this.#latest;
  }

  /** Resolves when the last event is another than `known`, or the signal is aborted. */
  async after(known: string | null, signal: AbortSignal): Promise<void> {
    if (this.#latest !== known || signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = (): void => resolve();
    this.#waiting.add(wake);
    signal.addEventListener('abort', wake, { once: true });
    this.#lookLater();
    await promise;
    this.#waiting.delete(wake);
    signal.removeEventListener('abort', wake);
  }

  #lookLater(): void {
    if (this.#looking) return;
    this.#looking = true;
    setTimeout(() => void this.#look(), interval).unref();
  }

  /** Never rejects. */
  async #look(): Promise<void> {
    try {
      const place = await this.#background.read(this.#scope, selectLatestPlace);
      const latest = place === null ? '' : formatCursor(place);
      if (latest !== this.#latest) {
        this.#latest = latest;
        for (const wake of this.#waiting) wake();
      }
    } catch (problem) {
      this.#background.report(problem);
    }
    this.#looking = false;
    if (this.#waiting.size > 0) this.#lookLater();
  }
}
