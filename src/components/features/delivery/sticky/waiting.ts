import type { Assignment } from './queries.ts';

/** A decision that waits to be written. `instead`: of what was kept, which is of no more use. */
export interface Waiting extends Assignment {
  readonly instead: boolean;
}

/** Decisions that wait at once; beyond, a unit is dealt alike again for as long as the percentages stay. */
const most = 50_000;

/** Decisions of one environment that are not written yet, found by whom they are about. */
export class WaitingDecisions {
  /** By tenant and unit, then by flag. */
  readonly #byUnit = new Map<string, Map<string, Waiting>>();
  #size = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** The first decision stands, unless it was of no use. */
  add(decision: Waiting): void {
    const id = idOf(decision.tenantId, decision.unit);
    const ofUnit = this.#byUnit.get(id) ?? new Map<string, Waiting>();
    const isNew = !ofUnit.has(decision.flag);
    if (isNew ? this.#size >= most : !decision.instead) return;
    if (isNew) this.#size += 1;
    ofUnit.set(decision.flag, decision);
    this.#byUnit.set(id, ofUnit);
  }

  of(tenants: readonly string[], units: readonly string[]): readonly Waiting[] {
    return tenants.flatMap((tenant) =>
      units.flatMap((unit) => [...(this.#byUnit.get(idOf(tenant, unit))?.values() ?? [])]),
    );
  }

  all(): readonly Waiting[] {
    return [...this.#byUnit.values()].flatMap((ofUnit) => [...ofUnit.values()]);
  }

  /** These were written; what has taken the place of one meanwhile waits on. */
  written(decisions: readonly Waiting[]): void {
    for (const decision of decisions) {
      const id = idOf(decision.tenantId, decision.unit);
      const ofUnit = this.#byUnit.get(id);
      if (ofUnit?.get(decision.flag) !== decision) continue;
      ofUnit.delete(decision.flag);
      this.#size -= 1;
      if (ofUnit.size === 0) this.#byUnit.delete(id);
    }
  }
}

function idOf(tenantId: string, unit: string): string {
  return JSON.stringify([tenantId, unit]);
}
