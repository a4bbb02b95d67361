import type { StickyAssignments } from '../../evaluation/contract.ts';
import { fitsIndex } from '../../reports/is-keepable.ts';

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
  readonly #secret: readonly string[];
  #turn: Turn | null = null;

  /** `secret`: how units of sensitive attributes begin. */
  constructor(secret: readonly string[]) {
    this.#secret = secret;
  }

  /** Whether it may be written down: nothing sensitive is, and no index takes what is too long. */
  keeps(unit: string): boolean {
    return fitsIndex(unit) && !this.#secret.some((begin) => unit.startsWith(begin));
  }

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
