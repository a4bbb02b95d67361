import type { Attributes } from './attribute.ts';
import type { Check } from './check.ts';
import type { Clock } from './clock.ts';
import type { StickyAssignments } from './contract.ts';
import { Malformed } from './read.ts';

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
}

/** More than anybody writes; what would have to ask this often takes too long to answer. */
const mostTests = 100_000;

/** What one flag is compiled with: the surroundings, and a count of the tests that one evaluation of it may ask. */
export class Scope implements Surroundings {
  readonly clock: Clock;
  readonly attributes: Attributes;
  readonly sticky: StickyAssignments | undefined;
  readonly segments: Segments;
  readonly entitlements: object;
  readonly tenants: object | undefined;
  tests = 0;

  constructor({ attributes, clock, sticky, segments, entitlements, tenants }: Surroundings) {
    this.clock = clock;
    this.attributes = attributes;
    this.sticky = sticky;
    this.segments = segments;
    this.entitlements = entitlements;
    this.tenants = tenants;
  }

  spend(tests: number): void {
    this.tests += tests;
    if (this.tests > mostTests) throw new Malformed('it asks too many tests');
  }
}
