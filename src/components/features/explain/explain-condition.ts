import { isJsonObject, type Json } from '../../../engine/json.ts';
import type { ExplainedTest, FlagContext } from '../../flags-contract.ts';
import type { ExplainedCondition, ExplainedSegment } from '../evaluation/explain/explanation.ts';
import type { Ruleset, SegmentRules } from '../evaluation/ruleset.ts';
import { groupText, momentText, rangeText, valueTestText } from './test-text.ts';

/** Who is asked about, and what with. */
export interface Asked {
  readonly context: FlagContext;
  readonly ruleset: Ruleset;
}

/** What the evaluator tells of a condition, in words. */
export function conditionInWords(condition: ExplainedCondition, asked: Asked): ExplainedTest {
  const { attribute = '', bucket, holds, now = 0, of = [], op, segments = [], upTo = 0 } = condition;
  switch (op) {
    case 'all':
    case 'any':
    case 'not':
      return { text: groupText(op), holds, of: of.map((inner) => conditionInWords(inner, asked)) };
    case 'segment': {
      const each = segments.map((segment) => segmentInWords(segment, asked));
      const [only] = each;
      if (each.length === 1 && only !== undefined) return only;
      return { text: `belongs to one of ${each.length} segments`, holds, of: each };
    }
    case 'share': {
      const text = `${attribute} is among ${upTo / 1_000} % of all`;
      return { text, holds, ...seen(condition.value), ...(bucket === undefined ? {} : { bucket }), of: [] };
    }
    case 'now':
      return { text: `now is ${rangeText(condition)}`, holds, seen: momentText(now), of: [] };
    case 'attribute':
      return attributeInWords(condition);
  }
}

function attributeInWords({ attribute = '', holds, tests = [], value }: ExplainedCondition): ExplainedTest {
  const [only, ...others] = tests;
  if (only !== undefined && others.length === 0)
    return { text: `${attribute} ${valueTestText(only.test)}`, holds, ...seen(value), of: [] };
  const of = tests.map((one) => ({ text: valueTestText(one.test), holds: one.holds, of: [] }));
  return { text: attribute, holds, ...seen(value), of };
}

function segmentInWords(
  { holds, isExcluded, isIncluded, rules, segment }: ExplainedSegment,
  asked: Asked,
): ExplainedTest {
  const { exclude, include } = asked.ruleset.segments[segment] ?? {};
  return {
    text: `belongs to segment ${segment}`,
    holds,
    of: [
      ...(exclude === undefined ? [] : [membersInWords('is excluded by name', exclude, isExcluded, asked)]),
      ...(include === undefined ? [] : [membersInWords('is included by name', include, isIncluded, asked)]),
      ...rules.map(({ condition, name }, index) => ({
        text: `fits rule ${index + 1}${name === undefined ? '' : ` “${name}”`}`,
        holds: condition.holds,
        of: [conditionInWords(condition, asked)],
      })),
    ],
  };
}

function membersInWords(
  text: string,
  members: NonNullable<SegmentRules['include']>,
  holds: boolean,
  { context }: Asked,
): ExplainedTest {
  const of = Object.entries(members).map(([kind, keys]) => {
    const key = keyIn(context, kind);
    const list = keys.length === 1 ? JSON.stringify(keys[0]) : `one of ${keys.length} named`;
    const isNamed = key !== null && keys.includes(key);
    return { text: `${kind}.key is ${list}`, holds: isNamed, ...seen(key ?? undefined), of: [] };
  });
  return { text, holds, of };
}

/** Null where no context of the kind is known. */
export function keyIn(context: FlagContext, kind: string): string | null {
  const key = context[kind]?.['key'];
  if (typeof key === 'string') return key;
  return typeof key === 'number' || typeof key === 'boolean' ? String(key) : null;
}

function seen(value: unknown): Pick<ExplainedTest, 'seen' | 'absent'> {
  return isJson(value) ? { seen: value } : { absent: true };
}

/** What was read of a context, which is JSON here. */
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
