import type { Json } from '../../../engine/json.ts';
import { compileValueTests as compileWith } from '../conditions/compile-value-tests.ts';
import type { ValueTest } from '../evaluation/ruleset.ts';
import { compilePattern } from './compile-pattern.ts';

/** The test of one attribute as written, with all patterns that RE2 has. */
export function compileValueTests(test: Json): readonly ValueTest[] {
  return compileWith(test, compilePattern);
}
