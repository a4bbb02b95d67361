import type { DecisionBody } from './local-decision.ts';

/** Decisions that wait to be reported, the oldest first. */
export class WaitingDecisions {
  #all: DecisionBody[] = [];

  get count(): number {
    return this.#all.length;
  }

  add(decision: DecisionBody): void {
    this.#all.push(decision);
  }

  /**
   * What goes in one call. Those that name a tenant go by themselves: beside a tenant of the client, the server would
   * refuse what is about another; and one that names none, where the client has none, must not be the end of the others.
   */
  take(most: number): readonly DecisionBody[] {
    const isNamed = namesTenant(this.#all[0]);
    const taken = new Set(this.#all.filter((one) => namesTenant(one) === isNamed).slice(0, most));
    this.#all = this.#all.filter((one) => !taken.has(one));
    return [...taken];
  }

  clear(): void {
    this.#all = [];
  }
}

export function namesTenant(decision: DecisionBody | undefined): boolean {
  return decision?.tenant !== undefined;
}
