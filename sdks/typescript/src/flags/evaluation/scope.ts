import type { Attributes } from './attribute.ts';
import type { Check } from './check.ts';
import type { Clock } from './clock.ts';
import type { StickyAssignments } from './contract.ts';
import type { Budget } from './limits.ts';

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

/** What one flag or segment is compiled with: the surroundings, and how many tests one evaluation of it may ask. */
export interface Scope extends Surroundings, Budget {}

export function scopeIn(surroundings: Surroundings): Scope {
  return { ...surroundings, tests: 0 };
}
