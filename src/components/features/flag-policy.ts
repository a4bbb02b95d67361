import { checkCondition } from '../../engine/condition/check-condition.ts';
import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import { entriesOf, listOf, objectOf, textOf, textsOf } from '../../engine/json-fields.ts';
import type { Beside, BodyFinding, BodyReference, FindBody, KindPolicy } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import { dateFindings } from './check-dates.ts';
import { overlapFindings } from './check-parts.ts';
import { experimentFindings, metricReferences } from './check-experiment.ts';
import { servingFindings, shareFindings } from './check-percentages.ts';
import { flagReach } from './check-reach.ts';
import { scheduleFindings } from './check-schedule.ts';
import { unitFindings } from './check-units.ts';
import type { FeaturesFinding } from './findings.ts';

export const flagPolicy: KindPolicy = { check, references, checkAgainst };

function check(body: JsonObject): readonly BodyFinding[] {
  return [
    ...variationFindings(body),
    ...targetFindings(body),
    ...ruleFindings(body),
    ...servingFindings(body['fallthrough'], '/fallthrough'),
    ...experimentFindings(body['experiment']),
    ...scheduleFindings(body['schedule']),
    ...dateFindings([{ text: textOf(body['expires']), pointer: '/expires' }]),
  ];
}

function checkAgainst(body: JsonObject, find: FindBody, beside: Beside): readonly BodyFinding[] {
  return [...overlapFindings(body, find, beside), ...flagReach(body, find, beside), ...unitFindings(body, find)];
}

function references(body: JsonObject): readonly BodyReference[] {
  const prerequisites = entriesOf(body['prerequisites']).flatMap(([flag, wanted]) => {
    const at = childPointer('/prerequisites', flag);
    return textsOf(wanted).map((variation, index) => ({
      pointer: Array.isArray(wanted) ? childPointer(at, index) : at,
      kind: 'Flag',
      key: flag,
      member: { path: 'variations', name: variation },
    }));
  });
  return [...prerequisites, ...metricReferences(body['experiment'])];
}

/** Code that asks for a text must never be handed a number. */
function variationFindings(body: JsonObject): readonly FeaturesFinding[] {
  const variations = entriesOf(body['variations']);
  const [first] = variations;
  if (first === undefined) return [];
  const type = valueType(first[1]);
  return variations
    .filter(([, value]) => valueType(value) !== type)
    .map(([name, value]) => ({
      code: 'features/mixed-variations',
      pointer: childPointer('/variations', name),
      message: `\`${name}\` is ${article(valueType(value))}, but \`${first[0]}\` is ${article(type)}; all variations have one type.`,
    }));
}

/** What a program sees: objects, lists and null are all structured values to it. */
function valueType(value: Json): string {
  return value === null || isJsonObject(value) || Array.isArray(value) ? 'object' : typeof value;
}

function article(type: string): string {
  return type === 'object' ? 'a structured value' : type === 'string' ? 'a text' : `a ${type}`;
}

function targetFindings(body: JsonObject): readonly FeaturesFinding[] {
  const seen = new Map<string, string>();
  return entriesOf(body['targets']).flatMap(([variation, contexts]) =>
    entriesOf(contexts).flatMap(([contextKind, keys]) =>
      textsOf(keys).flatMap((key, index): readonly FeaturesFinding[] => {
        const identity = JSON.stringify([contextKind, key]);
        const earlier = seen.get(identity) ?? variation;
        seen.set(identity, earlier);
        if (earlier === variation) return [];
        const pointer = childPointer(childPointer(childPointer('/targets', variation), contextKind), index);
        const message = `The ${contextKind} \`${key}\` is already given \`${earlier}\`.`;
        return [{ code: 'features/target-twice', pointer, message }];
      }),
    ),
  );
}

function ruleFindings(body: JsonObject): readonly BodyFinding[] {
  const rules = listOf(body['rules']).map(objectOf);
  const catchAll = rules.findIndex((rule) => fitsEverybody(rule, body['hash']));
  return rules.flatMap((rule, index): readonly BodyFinding[] => {
    const at = childPointer('/rules', index);
    const own = [
      ...checkCondition(rule['if'], `${at}/if`),
      ...shareFindings(rule['if'], `${at}/if`),
      ...servingFindings(rule['serve'], `${at}/serve`),
    ];
    if (catchAll === -1 || index !== catchAll + 1) return own;
    const because = [childPointer('/rules', catchAll)];
    const message = 'This rule is never reached: the one before it fits everybody.';
    const unreachable: FeaturesFinding = { code: 'features/rule-never-reached', pointer: at, because, message };
    return [unreachable, ...own];
  });
}

/** Whoever takes no part in a rollout goes on to the next rule; most other products deal nobody who has nothing to be dealt by. */
function fitsEverybody(rule: JsonObject, hash: Json | undefined): boolean {
  if (rule['if'] !== undefined) return false;
  const serve = objectOf(rule['serve']);
  const { exposure = 100, hash: own = hash ?? 'murmur3', rollout } = serve;
  if (rollout === undefined) return true;
  const isDealtToAll = own === 'murmur3' || own === 'launchdarkly';
  return exposure === 100 && isDealtToAll && listOf(rollout).every((part) => objectOf(part)['serve'] !== undefined);
}
