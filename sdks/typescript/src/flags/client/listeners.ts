/** Takes a listener away again. Safe to be called twice. */
export type Unsubscribe = () => void;

/** Those who want to hear of something. One that throws, or whose promise is rejected, harms nobody. */
export class Listeners<T> {
  readonly #listeners = new Map<symbol, (told: T) => unknown>();
  readonly #onProblem: (message: string) => void;

  constructor(onProblem: (message: string) => void) {
    this.#onProblem = onProblem;
  }

  get count(): number {
    return this.#listeners.size;
  }

  /** The same function may be added several times; each is told, and each is taken away by itself. */
  add(listener: (told: T) => unknown): Unsubscribe {
    const mark = Symbol();
    if (typeof listener === 'function') this.#listeners.set(mark, listener);
    return () => void this.#listeners.delete(mark);
  }

  /** Tells those who listen at this moment, and not those who begin meanwhile; one that another of them takes away is not told. */
  tell(told: T): void {
    for (const mark of Array.from(this.#listeners.keys())) {
      try {
        const result = this.#listeners.get(mark)?.(told);
        if (result instanceof Promise) result.catch(() => this.#onProblem('a listener failed'));
      } catch {
        this.#onProblem('a listener failed');
      }
    }
  }
}
