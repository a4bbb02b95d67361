import { compileCondition } from '../../conditions/compile-condition.ts';
import { compileVersionRange } from '../../conditions/compile-version-range.ts';
import { instantOf } from '../../conditions/instant-of.ts';
import { inNameOrder, isMembers, listOf, membersOf, textOf } from '../../conditions/written.ts';
import type { Json } from '../../evaluation/json.ts';
import type { Program, Test } from '../../evaluation/ruleset.ts';
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
export function testConditionCompiler(compileExpression: CompileExpression | undefined): CompileTestCondition {
  return (condition, salt) => {
    if (isTest(condition)) return condition;
    const written = condition as unknown as Json;
    checkCondition(written);
    const compilePattern = (pattern: string, ignoreCase: boolean): Program =>
      programOf(pattern, ignoreCase, compileExpression);
    return compileCondition(written, { hash: 'murmur3', salt, compilePattern });
  };
}

function isTest(condition: Condition | Test): condition is Test {
  return 'op' in condition && typeof condition.op === 'string';
}

function programOf(pattern: string, ignoreCase: boolean, compile: CompileExpression | undefined): Program {
  if (compile === undefined)
    throw new TypeError(
      `The pattern ${JSON.stringify(pattern)} needs a compiler: TestFlagData.create(ruleset, { compileExpression }), or begin with the ruleset of a server, which has compiled its own.`,
    );
  const { problem, program } = compile(pattern, { ignoreCase });
  if (program === undefined)
    throw new TypeError(`The pattern ${JSON.stringify(pattern)} cannot be used: ${problem ?? 'it is none'}.`);
  return { pattern, ...program };
}

const attribute = /^[a-z][A-Za-z0-9_-]*(\.([^."\s][^.\s]*|"([^"\\]|\\["\\])+"))+$/;

function checkCondition(condition: Json): void {
  const entries = inNameOrder(condition);
  if (entries.length === 0) throw new TypeError('A condition asks for nothing.');
  for (const [name, value] of entries) {
    if (name === 'any' || name === 'all') listOf(value).forEach(checkCondition);
    else if (name === 'not') checkCondition(value);
    else if (name === 'now') checkMoments(value);
    else if (name === 'segment' || name === 'share') continue;
    else if (attribute.test(name)) checkTest(value);
    else
      throw new TypeError(`A condition has no \`${name}\`; an attribute is written with its kind, such as user.email.`);
  }
}

const operators: ReadonlySet<string> = new Set(
  'equals in notIn contains startsWith endsWith matches ignoreCase greaterThan atLeast lessThan atMost modulo before after semver cidr includes includesAll size exists not'.split(
    ' ',
  ),
);

function checkTest(test: Json): void {
  if (!isMembers(test)) return;
  const entries = inNameOrder(test);
  if (entries.length === 0) throw new TypeError('A test of an attribute asks for nothing.');
  for (const [name, value] of entries) {
    if (!operators.has(name)) throw new TypeError(`There is no test \`${name}\` of an attribute.`);
    if (name === 'not' || name === 'size') checkTest(value);
    if (name === 'semver' && compileVersionRange(textOf(value) ?? '').length === 0)
      throw new TypeError(`\`${textOf(value) ?? typeof value}\` is no range of versions.`);
  }
  checkMoments(test);
}

function checkMoments(limits: Json): void {
  for (const name of ['before', 'after']) {
    const { [name]: moment } = membersOf(limits);
    if (moment !== undefined && instantOf(moment) === undefined)
      throw new TypeError(`\`${JSON.stringify(moment)}\` is no day and no moment.`);
  }
}
