import type { Json, JsonObject } from '../../../engine/json.ts';
import { entriesOf, listOf, objectOf, textOf, textsOf } from '../../../engine/json-fields.ts';
import type { SegmentRules } from '../evaluation/ruleset.ts';
import { compileCondition } from './compile-condition.ts';
import { inOrder } from '../conditions/in-order.ts';

/** A segment's body, as it holds in one environment. */
export function compileSegment(key: string, body: JsonObject): SegmentRules {
  const { exclude, include } = body;
  const rules = listOf(body['rules']).map((item) => {
    const rule = objectOf(item);
    const name = textOf(rule['name']);
    const { if: condition = {} } = rule;
    return {
      ...(name === undefined ? {} : { name }),
      if: compileCondition(condition, { hash: 'murmur3', salt: key }),
    };
  });
  return {
    ...(include === undefined ? {} : { include: membersOf(include) }),
    ...(exclude === undefined ? {} : { exclude: membersOf(exclude) }),
    ...(rules.length === 0 ? {} : { rules }),
  };
}

function membersOf(value: Json): NonNullable<SegmentRules['include']> {
  const kinds = entriesOf(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(kinds.map(([kind, keys]) => [kind, inOrder(textsOf(keys))]));
}
