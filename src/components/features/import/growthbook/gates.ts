import type { Json, JsonObject } from '../../../../engine/json.ts';
import { entriesOf, listOf, objectOf, textOf } from '../../../../engine/json-fields.ts';
import { createEvaluator } from '../../evaluation/index.ts';
import { compileCondition } from '../../ruleset/compile-condition.ts';
import { Inexpressible } from '../inexpressible.ts';
import { conditionOf } from './condition.ts';
import type { Groups } from './groups.ts';
import type { Variations } from './variations.ts';

/*
 * Prerequisites. There, a rule may ask what another feature serves; here, only a flag as a whole may. So they can be
 * kept where they gate everything: in the first rules, marked as gates, where a feature that is not met has no value.
 */

/** The gates a feature begins with, and the rules behind them. */
export function leadingGates(rules: readonly JsonObject[]): {
  readonly gates: readonly JsonObject[];
  readonly rules: readonly JsonObject[];
} {
  const isGate = (rule: JsonObject): boolean => {
    const parents = listOf(rule['parentConditions']).map(objectOf);
    return parents.length > 0 && parents.every(({ gate }) => gate === true) && isBare(rule);
  };
  const end = rules.findIndex((rule) => !isGate(rule));
  const count = end === -1 ? rules.length : end;
  return {
    gates: rules.slice(0, count).flatMap((rule) => listOf(rule['parentConditions']).map(objectOf)),
    rules: rules.slice(count),
  };
}

/** Does nothing but gate. */
function isBare(rule: JsonObject): boolean {
  return rule['force'] === undefined && rule['variations'] === undefined && rule['filters'] === undefined;
}

/** What gates come to: flags with the variations they must serve, or that nobody ever passes them. */
export function prerequisitesOf(
  gates: readonly JsonObject[],
  features: ReadonlyMap<string, { readonly key: string; readonly variations: Variations; readonly mayBeNull: boolean }>,
  groups: Groups,
): JsonObject | 'never' {
  const wanted = new Map<string, readonly string[]>();
  for (const gate of gates) {
    const passes = passing(gate['condition'] ?? {}, groups);
    const parent = features.get(textOf(gate['id']) ?? '');
    if (parent === undefined) {
      if (!passes(null)) return 'never';
      continue;
    }
    // One without a value is off here, and off meets nothing.
    if (parent.mayBeNull && passes(null))
      throw new Inexpressible(`it lets pass where \`${textOf(gate['id'])}\` has no value`);
    const names = entriesOf(parent.variations.body)
      .filter(([, value]) => passes(value))
      .map(([name]) => name);
    const before = wanted.get(parent.key);
    wanted.set(parent.key, before === undefined ? names : before.filter((name) => names.includes(name)));
  }
  if ([...wanted.values()].some((names) => names.length === 0)) return 'never';
  return Object.fromEntries(
    [...wanted].map(([key, names]) => [key, names.length === 1 ? (names[0] ?? '') : [...names]]),
  );
}

/** Whether a value of the parent meets the condition, by the very evaluator that would be asked. */
function passing(condition: Json, groups: Groups): (value: Json) => boolean {
  const { value: wanted, ...others } = objectOf(condition);
  // Any value but 0 and the empty text counts as true.
  if (typeof wanted === 'boolean' && Object.keys(others).length === 0)
    return (value) => value !== null && Boolean(value) === wanted;
  const translated = conditionOf(condition, groups);
  if (typeof translated === 'boolean') return () => translated;
  const rule = { if: compileCondition(translated, { hash: 'murmur3', salt: 'gate' }), serve: { variation: 'met' } };
  const flag = { state: 'on', variations: { met: true }, rules: [rule], clientSide: false };
  const evaluator = createEvaluator({ format: 1, flags: { flag } });
  return (value) => evaluator.evaluate('flag', { user: value === null ? {} : { value } }).variant === 'met';
}
