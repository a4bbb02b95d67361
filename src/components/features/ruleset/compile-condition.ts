import type { Json } from '../../../engine/json.ts';
import { entriesOf, listOf, numberOf, objectOf, textsOf } from '../../../engine/json-fields.ts';
import { readAttribute } from '../evaluation/attribute-path.ts';
import type { Test } from '../evaluation/ruleset.ts';
import { unitPath } from './attribute-path.ts';
import { buckets, type DealDefaults, dealOf } from './deal.ts';
import { compileValueTests } from './compile-value-tests.ts';
import { inOrder } from './in-order.ts';
import { instantOf } from './instant-of.ts';

/** A condition as written; several tests in one must all hold. */
export function compileCondition(condition: Json, defaults: DealDefaults): Test {
  const tests = entriesOf(condition)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => compileTest(name, value, defaults));
  const [only] = tests;
  return tests.length === 1 && only !== undefined ? only : { op: 'all', of: tests };
}

function compileTest(name: string, value: Json, defaults: DealDefaults): Test {
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
      return { op: 'attribute', of: readAttribute(name), tests: compileValueTests(value) };
  }
}

function compileShare(value: Json, { hash, salt }: DealDefaults): Test {
  const share = objectOf(value);
  // Not the salt of the rollouts: whoever is in the first tenth would get their first variation, always.
  const deal = dealOf(share, { hash, salt: `${salt}.share` });
  return { op: 'share', by: unitPath(share['by']), deal, upTo: buckets(numberOf(share['percent'])) };
}

function compileNow(value: Json): Test {
  const { after, before } = objectOf(value);
  const [from, until] = [instantOf(after), instantOf(before)];
  return {
    op: 'now',
    ...(from === undefined ? {} : { after: from }),
    ...(until === undefined ? {} : { before: until }),
  };
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
