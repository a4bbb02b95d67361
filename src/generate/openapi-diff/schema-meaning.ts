import { canonicalJson } from '../../engine/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import { listOf, textOf, textsOf } from '../../engine/json-fields.ts';
import { resolve } from './resolve.ts';
import { remarks, saysNothing } from './fold/says-nothing.ts';

/** Keywords whose members have names that somebody chose. */
const named = ['$defs', 'dependentRequired', 'dependentSchemas', 'patternProperties', 'properties'];
const values = ['const', 'enum'];
/** Lists whose order means nothing. */
const sets = ['allOf', 'anyOf', 'oneOf'];

/** So many calls within each other are safe. */
const deepest = 500;

/**
 * What a schema demands, as text: the same for schemas that differ in names, descriptions and the order of members alone.
 * What is referred to is written out where it is met first, and called by its number from then on.
 */
export function meaningOf(document: JsonObject, schema: Json): string {
  const met = new Map<string, number>();
  const walk = (value: Json, depth: number): Json => {
    if (Array.isArray(value)) return value.map((one) => walk(one, depth + 1));
    if (!isJsonObject(value) || depth > deepest) return isJsonObject(value) ? {} : value;
    const { $ref, ...others } = value;
    const reference = textOf($ref);
    if (reference !== undefined && !saysNothing(others))
      return walk({ ...others, allOf: referredTo(value) }, depth + 1);
    if (reference !== undefined) {
      const number = met.get(reference);
      if (number !== undefined) return { $ref: String(number) };
      met.set(reference, met.size);
      return walk(resolve(document, value).value, depth + 1);
    }
    const members = Object.entries(value)
      .filter(([keyword]) => !remarks.includes(keyword))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([keyword, inner]): [string, Json] => {
        if (values.includes(keyword)) return [keyword, inner];
        if (keyword === 'required' || (keyword === 'type' && Array.isArray(inner)))
          return [keyword, textsOf(inner).toSorted()];
        if (sets.includes(keyword)) return [keyword, inAnyOrder(listOf(inner)).map((one) => walk(one, depth + 1))];
        if (!named.includes(keyword) || !isJsonObject(inner)) return [keyword, walk(inner, depth + 1)];
        const names = Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1));
        const inside = (one: Json): Json => (Array.isArray(one) ? textsOf(one).toSorted() : walk(one, depth + 1));
        return [keyword, Object.fromEntries(names.map(([name, one]) => [name, inside(one)]))];
      });
    return Object.fromEntries(members);
  };
  return canonicalJson(walk(schema, 0));
}

/** The reference as one of all that have to hold. */
function referredTo({ $ref = '', allOf }: JsonObject): readonly Json[] {
  return [{ $ref }, ...listOf(allOf)];
}

/** The same for any order, but of what refers to names: those say nothing. */
function inAnyOrder(schemas: readonly Json[]): readonly Json[] {
  const keyed = schemas.map((schema) => {
    const text = canonicalJson(schema);
    return { schema, key: text.includes('"$ref"') ? '' : text };
  });
  return keyed
    .toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ schema }) => schema);
}
