import type { ConditionTests } from '../ports.ts';
import { compileValueTests as checkOf } from './evaluation/values/compile-value-test.ts';
import { compileValueTests } from './ruleset/compile-value-tests.ts';

/** The tests of a condition for other components: compiled and run as those of flags are. */
export const conditionTests: ConditionTests = {
  compile: (test) => checkOf({ tests: compileValueTests(test) }),
};
