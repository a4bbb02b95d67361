import { canonicalJson } from '../../../engine/canonical-json.ts';
import type { Json, JsonObject } from '../../../engine/json.ts';
import { entriesOf, listOf, numberOf, objectOf, textsOf } from '../../../engine/json-fields.ts';
import { bothSchemas } from './both-schemas.ts';
import { choicesOf } from './choices.ts';
import { mergeFields } from './merge-fields.ts';
import { mergeItems } from './merge-items.ts';
import { remarks } from './says-nothing.ts';

const lowest = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const highest = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const ofInside = ['properties', 'patternProperties', 'additionalProperties', 'items', 'prefixItems'];
/** Keywords that mean something only with each other. */
const companies = [
  ['if', 'then', 'else'],
  ['contains', 'minContains', 'maxContains'],
];

/**
 * One schema for what fits both, written without `allOf` as far as that goes; null where nothing can fit. Rules of which
 * both have one of their own stay apart, under `allOf`.
 */
export function mergeSchemas(one: JsonObject, other: JsonObject): JsonObject | null {
  const merged = new Map<string, Json>([...Object.entries(other), ...Object.entries(one)]);
  const apart: JsonObject[] = [];
  // In an order of their own: what stays apart must not depend on how either was written.
  const shared = Object.keys(one).filter((name) => name in other);
  for (const keyword of shared.toSorted()) {
    const [first, second] = [one[keyword] ?? null, other[keyword] ?? null];
    if (canonicalJson(first) === canonicalJson(second)) continue;
    const both = mergedValue(keyword, first, second);
    if (both === null) return null;
    if (both !== undefined) merged.set(keyword, both);
    else if (isRule(keyword)) apart.push(ruleOf(keyword, other));
  }
  for (const keyword of apart.flatMap((rule) => Object.keys(rule))) {
    const own = one[keyword];
    if (own === undefined) merged.delete(keyword);
    else merged.set(keyword, own);
  }
  const choices = mergedChoices(one, other);
  if (choices?.length === 0) return null;
  if (choices !== null) setChoices(merged, choices);
  const inside = { ...mergeFields(one, other), ...mergeItems(one, other) };
  for (const [keyword, value] of Object.entries(inside)) merged.set(keyword, value);
  if (apart.length > 0) merged.set('allOf', distinct([...listOf(merged.get('allOf')), ...apart]));
  return Object.fromEntries(merged);
}

/** Undefined: they stay apart, or are merged elsewhere; null: nothing fits both. */
function mergedValue(keyword: string, one: Json, other: Json): Json | null | undefined {
  if (keyword === 'type') return mergedTypes(textsOf(one), textsOf(other));
  if (keyword === 'required') return [...new Set([...textsOf(one), ...textsOf(other)])];
  if (keyword === 'propertyNames') return bothSchemas(one, other);
  if (keyword === 'uniqueItems') return one === true || other === true;
  if (keyword === 'allOf') return distinct([...listOf(one), ...listOf(other)]);
  if (keyword === 'dependentSchemas') return mergedMembers(one, other, bothSchemas);
  if (keyword === 'dependentRequired')
    return mergedMembers(one, other, (first, second) => [...new Set([...textsOf(first), ...textsOf(second)])]);
  const [least, most] = [lowest.includes(keyword), highest.includes(keyword)];
  const [first, second] = [numberOf(one), numberOf(other)];
  if ((!least && !most) || first === undefined || second === undefined) return undefined;
  return least ? Math.min(first, second) : Math.max(first, second);
}

/** Each whole number is a number. */
function mergedTypes(one: readonly string[], other: readonly string[]): Json | null {
  const fitting = one.flatMap((type) => {
    if (other.includes(type)) return [type];
    if (type === 'integer' && other.includes('number')) return [type];
    return type === 'number' && other.includes('integer') ? ['integer'] : [];
  });
  const types = [...new Set(fitting)];
  const [only] = types;
  return types.length === 1 && only !== undefined ? only : types.length === 0 ? null : types;
}

function mergedMembers(one: Json, other: Json, both: (one: Json, other: Json) => Json): JsonObject {
  const known = new Map(entriesOf(one));
  for (const [name, value] of entriesOf(other)) {
    const before = known.get(name);
    known.set(name, before === undefined ? value : both(before, value));
  }
  return Object.fromEntries(known);
}

function mergedChoices(one: JsonObject, other: JsonObject): readonly Json[] | null {
  const [first, second] = [choicesOf(one), choicesOf(other)];
  if (first === null || second === null) return null;
  const allowed = new Set(second.map((value) => canonicalJson(value)));
  return first.filter((value) => allowed.has(canonicalJson(value)));
}

function setChoices(merged: Map<string, Json>, choices: readonly Json[]): void {
  const [only = null] = choices;
  if (!merged.has('const')) merged.set('enum', choices);
  else {
    merged.set('const', only);
    merged.delete('enum');
  }
}

function isRule(keyword: string): boolean {
  const isMergedElsewhere = ofInside.includes(keyword) || keyword === 'enum' || keyword === 'const';
  return !isMergedElsewhere && !remarks.includes(keyword) && keyword !== 'discriminator' && !keyword.startsWith('x-');
}

function ruleOf(keyword: string, schema: JsonObject): JsonObject {
  const company = companies.find((names) => names.includes(keyword)) ?? [keyword];
  return objectOf(Object.fromEntries(Object.entries(schema).filter(([name]) => company.includes(name))));
}

function distinct(schemas: readonly Json[]): readonly Json[] {
  return [...new Map(schemas.map((schema) => [canonicalJson(schema), schema])).values()];
}
