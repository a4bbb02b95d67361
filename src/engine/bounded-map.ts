/** Keeps the most recently used entries, more or less, and forgets the others: what outsiders send must not fill the memory. */
export class BoundedMap<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    // A Map keeps the order in which keys came: used again means at the end again.
    if (value !== undefined && this.#mayForget) this.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    if (this.#mayForget) this.#entries.delete(key);
    this.#entries.set(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#limit) break;
      this.#entries.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  get size(): number {
    return this.#entries.size;
  }

  /**
   * Before half of it is filled, nothing is forgotten soon, and nobody needs to know who was used last: a Map of few that
   * one is taken out of and put in again is made anew each time.
   */
  get #mayForget(): boolean {
    return this.#entries.size * 2 > this.#limit;
  }
}
