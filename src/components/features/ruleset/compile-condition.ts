import type { Json } from '../../../engine/json.ts';
import { compileCondition as compileWith } from '../conditions/compile-condition.ts';
import type { DealDefaults } from '../conditions/deal.ts';
import type { Test } from '../evaluation/ruleset.ts';
import { compilePattern } from './compile-pattern.ts';

/** A condition as written, with all patterns that RE2 has. */
export function compileCondition(condition: Json, defaults: DealDefaults): Test {
  return compileWith(condition, { ...defaults, compilePattern });
}

/** Keys of the segments a test asks for, at any depth. */
export function segmentsIn(test: Test): readonly string[] {
  switch (test.op) {
    case 'segment':
      return test.keys;
    case 'all':
    case 'any':
      return test.of.flatMap(segmentsIn);
    case 'not':
      return segmentsIn(test.of);
    default:
      return [];
  }
}
