import { Malformed } from './read.ts';

/** How far an evaluation goes: more than anybody writes. What would go further is refused when it is compiled. */
export const limits = {
  /** Tests that one evaluation of a flag may ask, those of its segments included. */
  tests: 100_000,
  /** Conditions inside conditions. */
  depth: 100,
  /** Segments that ask for segments, one below the other. */
  segments: 50,
  /** Flags that hang on flags, one behind the other. */
  chain: 100,
  /** Flags that a flag hangs on, counted once for every way there. */
  ways: 10_000,
} as const;

/** Can be understood, and goes too far. */
export class TooMuch extends Malformed {
  readonly limit: keyof typeof limits;

  constructor(limit: keyof typeof limits) {
    super(limit === 'tests' ? 'it asks too much' : 'nested too deeply');
    this.limit = limit;
  }
}

export function checkDepth(depth: number): void {
  if (depth > limits.depth) throw new TooMuch('depth');
}

/** How many tests one evaluation may ask, so far. */
export interface Budget {
  tests: number;
}

export function spend(budget: Budget, tests: number): void {
  budget.tests += tests;
  if (budget.tests > limits.tests) throw new TooMuch('tests');
}
