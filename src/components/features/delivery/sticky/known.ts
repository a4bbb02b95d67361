import type { Assignment } from './queries.ts';

/**
 * What is known of units: of each flag the variation that was decided first, by somebody who is believed if anybody. One
 * that the flag does not have any more comes after all others: it only says that something stands in its place.
 */
export class Known {
  readonly #units = new Set<string>();
  readonly #variations = new Map<string, Assignment>();
  readonly #isServed: (flag: string, variation: string) => boolean;

  constructor(isServed: (flag: string, variation: string) => boolean) {
    this.#isServed = isServed;
  }

  variation(flag: string, unit: string): string | undefined {
    return this.#variations.get(idOf(flag, unit))?.variation;
  }

  missing(units: Iterable<string>): readonly string[] {
    return [...units].filter((unit) => !this.#units.has(unit));
  }

  /** All that there is of these units, those decided first before the others. */
  add(units: readonly string[], found: readonly Assignment[]): void {
    for (const unit of units) this.#units.add(unit);
    for (const one of found) {
      const id = idOf(one.flag, one.unit);
      const before = this.#variations.get(id);
      if (before === undefined || this.#isBetter(one, before)) this.#variations.set(id, one);
    }
  }

  #isBetter(one: Assignment, before: Assignment): boolean {
    const [served, was] = [one, before].map(({ flag, variation }) => this.#isServed(flag, variation));
    if (served !== was) return served === true;
    // Whoever has a publishable key alone may name anybody.
    return before.tenantId === '-' && one.tenantId !== '-';
  }
}

function idOf(flag: string, unit: string): string {
  return JSON.stringify([flag, unit]);
}
