import type { Outcome } from '../../evaluation/contract.ts';
import { Found } from '../../evaluation/found.ts';

export interface Count {
  readonly flag: string;
  /** Null: the default given in code. */
  readonly variation: string | null;
  readonly reason: string;
  readonly count: number;
}

/** An outcome, and how often it was served. */
export class Counter {
  readonly found: Found;
  /** Served, and taken. */
  taken = 0;
  /** Of another type than the default, which was taken in its place. */
  misfits = 0;

  constructor(outcome: Outcome) {
    this.found = new Found(outcome);
  }
}

/** Outcomes that are counted one by one; of more than these, as when ever new keys are asked for, nobody keeps count. */
const mostCounters = 20_000;
const mostCounts = 10_000;

/**
 * Counts what is served. The same outcome is the same object for as long as a ruleset holds, so an evaluation costs one
 * look into a map.
 */
export class Tally {
  #counters = new Map<Outcome, Counter>();
  readonly #counts = new Map<string, Count>();

  counterOf(outcome: Outcome): Counter {
    return this.#counters.get(outcome) ?? this.#add(outcome);
  }

  /** To be called when another ruleset takes over: its outcomes are other objects. */
  turnOver(): void {
    this.#sumUp();
    this.#counters = new Map();
  }

  /** All that was counted since the last time. */
  take(): readonly Count[] {
    this.#sumUp();
    const counts = [...this.#counts.values()];
    this.#counts.clear();
    return counts;
  }

  /** Counts again what could not be sent; what goes beyond the bound is forgotten. */
  putBack(counts: readonly Count[]): void {
    for (const count of counts) this.#sum(count);
  }

  #sumUp(): void {
    for (const counter of this.#counters.values()) {
      const { flag, reason, variant } = counter.found.outcome;
      this.#sum({ flag, variation: variant, reason, count: counter.taken });
      this.#sum({ flag, variation: null, reason: 'ERROR', count: counter.misfits });
      counter.taken = 0;
      counter.misfits = 0;
    }
  }

  #add(outcome: Outcome): Counter {
    const counter = new Counter(outcome);
    if (this.#counters.size < mostCounters) this.#counters.set(outcome, counter);
    return counter;
  }

  #sum(counted: Count): void {
    if (counted.count === 0 || !isName(counted.flag, 255) || !isName(counted.variation ?? 'none', 128)) return;
    const key = JSON.stringify([counted.flag, counted.variation, counted.reason]);
    const before = this.#counts.get(key);
    if (before === undefined && this.#counts.size >= mostCounts) return;
    this.#counts.set(key, { ...counted, count: (before?.count ?? 0) + counted.count });
  }
}

/** A server takes no longer names, and would refuse a whole report for one of them: code may ask for any text as a key. */
function isName(name: string, longest: number): boolean {
  return name !== '' && name.length <= longest;
}
