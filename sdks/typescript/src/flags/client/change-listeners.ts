import type { FlagChange } from './contract.ts';
import { Listeners, type Unsubscribe } from './listeners.ts';

/** Those who want to hear that flags answer otherwise. */
export class ChangeListeners {
  readonly #listeners: Listeners<FlagChange>;

  constructor(onProblem: (problem: string) => void) {
    this.#listeners = new Listeners(onProblem);
  }

  /** Of one flag, or with `*` of all. */
  add(key: string, listener: (change: FlagChange) => unknown): Unsubscribe {
    return this.#listeners.add((change) => (key === '*' || change.keys.includes(key) ? listener(change) : undefined));
  }

  /** What changed is worked out only where somebody wants to know. */
  tell(revision: number, changed: () => readonly string[]): void {
    if (this.#listeners.count === 0) return;
    const keys = changed();
    if (keys.length > 0) this.#listeners.tell({ keys, revision });
  }
}
