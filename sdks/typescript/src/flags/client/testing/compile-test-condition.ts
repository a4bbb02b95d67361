import { compileCondition } from '../../conditions/compile-condition.ts';
import type { Json } from '../../evaluation/json.ts';
import type { Program, Test } from '../../evaluation/ruleset.ts';
import { checkCondition } from './check-condition.ts';
import type { Condition } from './condition.ts';

/** Makes instructions of a pattern in RE2's syntax, or says in half a sentence why it cannot. */
export type CompileExpression = (
  pattern: string,
  options: { readonly ignoreCase?: boolean },
) => { readonly program?: Omit<Program, 'pattern'>; readonly problem?: string };

/** How conditions of tests become those of a ruleset. */
export type CompileTestCondition = (condition: Condition | Test, salt: string) => Test;

/**
 * A condition becomes what it does for production. Throws TypeError for one that a file would not be let through with, and
 * for `matches` where nobody has said how expressions are compiled.
 */
export function testConditionCompiler(
  compileExpression: CompileExpression | undefined,
  isSegment: (key: string) => boolean,
): CompileTestCondition {
  return (condition, salt) => {
    if (isTest(condition)) return condition;
    const written = condition as unknown as Json;
    checkCondition(written, isSegment);
    const compilePattern = (pattern: string, ignoreCase: boolean): Program =>
      programOf(pattern, ignoreCase, compileExpression);
    return compileCondition(written, { hash: 'murmur3', salt, compilePattern });
  };
}

function isTest(condition: Condition | Test): condition is Test {
  return typeof condition === 'object' && condition !== null && 'op' in condition && typeof condition.op === 'string';
}

function programOf(pattern: string, ignoreCase: boolean, compile: CompileExpression | undefined): Program {
  if (compile === undefined)
    throw new TypeError(
      `The pattern ${JSON.stringify(pattern)} needs a compiler: TestFlagData.create(ruleset, { compileExpression }), or begin with the ruleset of a server, which has compiled its own.`,
    );
  const { problem, program } = compile(pattern, { ignoreCase });
  if (program === undefined)
    throw new TypeError(`The pattern ${JSON.stringify(pattern)} cannot be used: ${problem ?? 'it is none'}.`);
  return { pattern: ignoreCase ? `(?i)${pattern}` : pattern, ...program };
}
