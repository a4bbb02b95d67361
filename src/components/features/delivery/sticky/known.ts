import type { Assignment } from './queries.ts';

/** What is known of units: of each flag the variation that was decided first, by somebody who is believed if anybody. */
export class Known {
  readonly #units = new Set<string>();
  readonly #variations = new Map<string, Assignment>();

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
      // Whoever has a publishable key alone may name anybody.
      if (before === undefined || (before.tenantId === '-' && one.tenantId !== '-')) this.#variations.set(id, one);
    }
  }
}

function idOf(flag: string, unit: string): string {
  return JSON.stringify([flag, unit]);
}
