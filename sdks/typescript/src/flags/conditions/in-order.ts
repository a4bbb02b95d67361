import type { Scalar } from '../evaluation/ruleset.ts';

/**
 * The members of a set, each once, in one order: a set means the same however it is written, and what is live keeps no
 * order. Texts come before numbers, those before truth values.
 */
export function inOrder<T extends Scalar>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].toSorted((left, right) => {
    if (typeof left !== typeof right) return typeof left > typeof right ? -1 : 1;
    return left < right ? -1 : left > right ? 1 : 0;
  });
}
