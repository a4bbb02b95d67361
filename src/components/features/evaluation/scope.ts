import type { Attributes } from './attribute.ts';
import type { Check } from './check.ts';
import type { Clock } from './clock.ts';
import type { StickyAssignments } from './contract.ts';
import { refuse } from './read.ts';

export interface Segments {
  /** Whether a context belongs to the segment. */
  member(key: string, scope: Scope): Check;
}

/** What all flags of a ruleset are compiled with. */
export interface Surroundings {
  readonly clock: Clock;
  readonly attributes: Attributes;
  readonly sticky: StickyAssignments | undefined;
  readonly segments: Segments;
  readonly entitlements: object;
  readonly tenants: object | undefined;
  /** No plan of any tenant is known but from contexts. */
  readonly planless: boolean;
}

/** More than anybody writes; what would have to ask this often takes too long to answer. */
const mostTests = 100_000;

/** What one flag or segment is compiled with: the surroundings, and how many tests one evaluation of it may ask. */
export interface Scope extends Surroundings {
  tests: number;
}

export function scopeIn(surroundings: Surroundings): Scope {
  return { ...surroundings, tests: 0 };
}

export function spend(scope: Scope, tests: number): void {
  scope.tests += tests;
  if (scope.tests > mostTests) refuse('it asks too much');
}
