import { compileCondition } from '../../conditions/compile-condition.ts';
import { compileVersionRange } from '../../conditions/compile-version-range.ts';
import { instantOf } from '../../conditions/instant-of.ts';
import { inNameOrder, isMembers, listOf, membersOf, textOf } from '../../conditions/written.ts';
import type { Json } from '../../evaluation/json.ts';
import type { Program, Test } from '../../evaluation/ruleset.ts';
import type { Condition } from './condition.ts';

/**
 * A condition as rules of a ruleset have it, translated as for production. Throws TypeError for one that a file would not
 * be let through with, and for `matches`: the compiler of patterns is the server's.
 */
export function compileTestCondition(condition: Condition | Test, salt: string): Test {
  if (isTest(condition)) return condition;
  const written = condition as unknown as Json;
  checkCondition(written);
  return compileCondition(written, { hash: 'murmur3', salt, compilePattern });
}

function isTest(condition: Condition | Test): condition is Test {
  return 'op' in condition && typeof condition.op === 'string';
}

function compilePattern(pattern: string): Program {
  throw new TypeError(
    `The pattern ${JSON.stringify(pattern)} needs the compiler of a server: begin with its ruleset, TestFlagData.create(ruleset), or test another operator.`,
  );
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
