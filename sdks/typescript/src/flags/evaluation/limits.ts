import { refuse } from './read.ts';

/*
 * How far an evaluation goes: more than anybody writes. What would go further is refused when it is compiled, and by those
 * who check what is written.
 */

/** Tests that one evaluation of a flag may ask, those of its segments included. */
export const mostTests = 100_000;
/** Conditions inside conditions. */
export const deepest = 100;
/** Segments that ask for segments, one below the other. */
export const deepestSegment = 50;
/** Flags that hang on flags, one behind the other. */
export const longestChain = 100;
/** Flags that a flag hangs on, counted once for every way there. */
export const mostWays = 10_000;

export const asksTooMuch = 'it asks too much';
export const tooDeep = 'nested too deeply';
export const tooMany = 'too many prerequisites';

export function checkDepth(depth: number): void {
  if (depth > deepest) refuse(tooDeep);
}

/** How many tests one evaluation may ask, so far. */
export interface Budget {
  tests: number;
}

export function spend(budget: Budget, tests: number): void {
  budget.tests += tests;
  if (budget.tests > mostTests) refuse(asksTooMuch);
}
