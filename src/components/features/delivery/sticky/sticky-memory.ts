import type { StickyAssignments } from '../../evaluation/contract.ts';

/** A variation that was dealt now; with `instead`, in place of one that the flag does not have any more. */
export interface Dealt {
  readonly flag: string;
  readonly unit: string;
  readonly variation: string;
  readonly instead: boolean;
}

/** What one evaluation knows, and what it asked for and decided. */
export class Turn {
  readonly asked = new Set<string>();
  readonly dealt: Dealt[] = [];
  readonly #known: (flag: string, unit: string) => string | undefined;

  constructor(known: (flag: string, unit: string) => string | undefined) {
    this.#known = known;
  }

  get(flag: string, unit: string): string | undefined {
    this.asked.add(unit);
    return this.#known(flag, unit);
  }

  set(flag: string, unit: string, variation: string): void {
    this.dealt.push({ flag, unit, variation, instead: this.#known(flag, unit) !== undefined });
  }
}

/**
 * What the evaluator of one ruleset asks. An evaluation waits for nothing, so no other comes between its beginning and
 * its end: the turn belongs to it alone.
 */
export class StickyMemory implements StickyAssignments {
  #turn: Turn | null = null;

  get(flag: string, unit: string): string | undefined {
    return this.#turn?.get(flag, unit);
  }

  set(flag: string, unit: string, variation: string): void {
    this.#turn?.set(flag, unit, variation);
  }

  during<T>(turn: Turn, evaluate: () => T): T {
    this.#turn = turn;
    try {
      return evaluate();
    } finally {
      this.#turn = null;
    }
  }
}
