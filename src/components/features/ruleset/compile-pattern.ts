import { compileExpression } from '../../../engine/condition/compile-expression.ts';
import type { Program } from '../evaluation/ruleset.ts';

/** A pattern that validation has let through. @throws RangeError for one that it has not */
export function compilePattern(pattern: string, ignoreCase: boolean): Program {
  const { problem, program } = compileExpression(pattern, { ignoreCase });
  if (program === undefined) throw new RangeError(`the pattern ${JSON.stringify(pattern)} cannot be used: ${problem}`);
  // As RE2 writes it: whoever reads the ruleset, or is told of it, sees that capitals do not matter.
  return { pattern: ignoreCase ? `(?i)${pattern}` : pattern, ...program };
}
