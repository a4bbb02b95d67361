import { isJsonObject, type Json } from '../../../engine/json.ts';
import type { ExplainedTest } from '../../flags-contract.ts';
import { compileAttribute, keyOf } from '../evaluation/attribute.ts';
import { compileTest } from '../evaluation/compile-test.ts';
import { dealIn } from '../evaluation/deals/compile-deal.ts';
import type { AttributePath, Ruleset, SegmentRules, Test } from '../evaluation/ruleset.ts';
import type { Scope } from '../evaluation/scope.ts';
import { bucketOf } from './bucket-of.ts';
import { groupText, momentText, pathText, rangeText, valueTestText } from './test-text.ts';

/** Who is asked about, and what with. */
export interface Asked {
  readonly context: object;
  readonly ruleset: Ruleset;
  /** Makes a scope for one test: what a flag may ask in all is no limit here. */
  readonly scope: () => Scope;
}

/** A test with its outcome and those of all tests in it. The evaluator itself says what holds. */
export function explainTest(test: Test, asked: Asked): ExplainedTest {
  const holds = compileTest(test, asked.scope())(asked.context);
  switch (test.op) {
    case 'all':
    case 'any':
      return { text: groupText(test.op), holds, of: test.of.map((inner) => explainTest(inner, asked)) };
    case 'not':
      return { text: groupText(test.op), holds, of: [explainTest(test.of, asked)] };
    case 'segment':
      return explainSegments(test.keys, holds, asked);
    case 'share':
      return explainShare(test, holds, asked);
    case 'now': {
      const seen = momentText(asked.scope().clock.now());
      return { text: `now is ${rangeText(test)}`, holds, seen, of: [] };
    }
    case 'attribute':
      return explainAttribute(test, holds, asked);
  }
}

function explainAttribute(test: Extract<Test, { op: 'attribute' }>, holds: boolean, asked: Asked): ExplainedTest {
  const name = pathText(test.of);
  const seen = seenAt(test.of, asked);
  const [only, ...others] = test.tests;
  if (only !== undefined && others.length === 0)
    return { text: `${name} ${valueTestText(only)}`, holds, ...seen, of: [] };
  const of = test.tests.map((one) => ({
    text: valueTestText(one),
    holds: compileTest({ ...test, tests: [one] }, asked.scope())(asked.context),
    of: [],
  }));
  return { text: name, holds, ...seen, of };
}

function explainShare(test: Extract<Test, { op: 'share' }>, holds: boolean, asked: Asked): ExplainedTest {
  const deal = dealIn(test);
  const unit = deal.unit(compileAttribute(test.by)(asked.context));
  return {
    text: `${pathText(test.by)} is among ${test.upTo / 1_000} % of all`,
    holds,
    ...seenAt(test.by, asked),
    ...(unit === undefined ? {} : { bucket: bucketOf(deal, unit) }),
    of: [],
  };
}

function explainSegments(keys: readonly string[], holds: boolean, asked: Asked): ExplainedTest {
  const [only, ...others] = keys;
  if (only !== undefined && others.length === 0) {
    const segment = asked.ruleset.segments[only];
    return {
      text: `belongs to segment ${only}`,
      holds,
      of: segment === undefined ? [] : insideSegment(segment, asked),
    };
  }
  const of = keys.map((key) =>
    explainSegments([key], compileTest({ op: 'segment', keys: [key] }, asked.scope())(asked.context), asked),
  );
  return { text: `belongs to one of ${keys.length} segments`, holds, of };
}

function insideSegment({ exclude, include, rules = [] }: SegmentRules, asked: Asked): readonly ExplainedTest[] {
  return [
    ...(exclude === undefined ? [] : [explainMembers('is excluded by name', exclude, asked)]),
    ...(include === undefined ? [] : [explainMembers('is included by name', include, asked)]),
    ...rules.map((rule, index) => {
      const inner = explainTest(rule.if, asked);
      return {
        text: `fits rule ${index + 1}${rule.name === undefined ? '' : ` “${rule.name}”`}`,
        holds: inner.holds,
        of: [inner],
      };
    }),
  ];
}

function explainMembers(
  text: string,
  members: NonNullable<SegmentRules['include']>,
  { context }: Asked,
): ExplainedTest {
  const of = Object.entries(members).map(([kind, keys]) => {
    const key = keyOf(context, kind);
    const holds = key !== undefined && keys.includes(key);
    const list = keys.length === 1 ? JSON.stringify(keys[0]) : `one of ${keys.length} named`;
    return {
      text: `${kind}.key is ${list}`,
      holds,
      ...(key === undefined ? { absent: true as const } : { seen: key }),
      of: [],
    };
  });
  return { text, holds: of.some(({ holds }) => holds), of };
}

function seenAt(path: AttributePath, { context }: Asked): Pick<ExplainedTest, 'seen' | 'absent'> {
  const value = compileAttribute(path)(context);
  return isJson(value) ? { seen: value } : { absent: true };
}

function isJson(value: unknown): value is Json {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    Array.isArray(value) ||
    isJsonObject(value)
  );
}
