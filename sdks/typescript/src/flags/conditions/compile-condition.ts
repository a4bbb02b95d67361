import { readAttribute } from '../evaluation/attribute-path.ts';
import type { Json } from '../evaluation/json.ts';
import type { Test } from '../evaluation/ruleset.ts';
import { type CompilePattern, compileValueTests } from './compile-value-tests.ts';
import { buckets, type DealDefaults, dealOf } from './deal.ts';
import { inOrder } from './in-order.ts';
import { instantOf } from './instant-of.ts';
import { unitPath } from './unit-path.ts';
import { inNameOrder, listOf, membersOf, numberOf, textsOf } from './written.ts';

/** What a condition does not say itself. */
export interface ConditionDefaults extends DealDefaults {
  readonly compilePattern: CompilePattern;
}

/** A condition as written; several tests in one must all hold. */
export function compileCondition(condition: Json, defaults: ConditionDefaults): Test {
  const tests = inNameOrder(condition).map(([name, value]) => compileTest(name, value, defaults));
  const [only] = tests;
  return tests.length === 1 && only !== undefined ? only : { op: 'all', of: tests };
}

function compileTest(name: string, value: Json, defaults: ConditionDefaults): Test {
  switch (name) {
    case 'any':
    case 'all':
      return { op: name, of: listOf(value).map((inner) => compileCondition(inner, defaults)) };
    case 'not':
      return { op: 'not', of: compileCondition(value, defaults) };
    case 'segment':
      return { op: 'segment', keys: inOrder(textsOf(value)) };
    case 'share':
      return compileShare(value, defaults);
    case 'now':
      return compileNow(value);
    default:
      return { op: 'attribute', of: readAttribute(name), tests: compileValueTests(value, defaults.compilePattern) };
  }
}

function compileShare(value: Json, { hash, salt }: ConditionDefaults): Test {
  const share = membersOf(value);
  // Not the salt of the rollouts: whoever is in the first tenth would get their first variation, always.
  const deal = dealOf(share, { hash, salt: `${salt}.share` });
  return { op: 'share', by: unitPath(share['by']), deal, upTo: buckets(numberOf(share['percent'])) };
}

function compileNow(value: Json): Test {
  const { after, before } = membersOf(value);
  const [from, until] = [instantOf(after), instantOf(before)];
  return {
    op: 'now',
    ...(from === undefined ? {} : { after: from }),
    ...(until === undefined ? {} : { before: until }),
  };
}
