import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import { entriesOf, listOf, numberOf, objectOf, textOf, textsOf } from '../../../engine/json-fields.ts';
import { unlike } from './unlike.ts';
import { numberSample } from './number-sample.ts';
import { textSample } from './text-sample.ts';
import { titleWordsFor } from './title-words.ts';
import { wordsFor } from './words.ts';

/** Beyond it what may be left out is, and lists are empty. */
const deepest = 6;
/** Lists that have to be longer are not written out. */
const longest = 100;

/**
 * An example of what fits the schema: all fields that have to be there, and those that may be, but for requests only
 * where `words.ts` or `title-words.ts` knows a word for them. `title`: what the schema is called where it does not say so itself. The same
 * schema gives the same example.
 */
export function sampleOf(schema: JsonObject, use: 'sent' | 'answered', title?: string): Json {
  return sample(title === undefined ? schema : { title, ...schema }, use, '', 0);
}

function sample(schema: JsonObject, use: 'sent' | 'answered', name: string, depth: number): Json {
  if (wordsFor(name)[0] === null && mayBeNull(schema)) return null;
  const said = listOf(schema['examples'])[0];
  if (said !== undefined) return said;
  if (schema['const'] !== undefined) return schema['const'];
  const choices = listOf(schema['enum']).filter((choice) => choice !== null);
  if (choices[0] !== undefined) return choices[0];
  const either = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])].find(
    (one) => isJsonObject(one) && one['type'] !== 'null',
  );
  if (isJsonObject(either)) return sample(either, use, name, depth);
  const [type] = textsOf(schema['type']).filter((one) => one !== 'null');
  switch (type) {
    case 'object':
      return objectSample(schema, use, depth);
    case 'array':
      return listSample(schema, use, name, depth);
    case 'boolean':
      return schema['default'] ?? wordsFor(name).find((word) => typeof word === 'boolean') ?? true;
    case 'integer':
    case 'number':
      return numberSample(schema, name);
    case 'string':
      return textSample(schema, name);
    default:
      return wordsFor(name)[0] ?? {};
  }
}

/** Many operations answer with the same objects. */
const objectSamples = new WeakMap<JsonObject, Map<string, Json>>();

function objectSample(schema: JsonObject, use: 'sent' | 'answered', depth: number): Json {
  const made = objectSamples.get(schema) ?? new Map<string, Json>();
  const key = `${use} ${depth}`;
  const one = made.get(key) ?? newObjectSample(schema, use, depth);
  objectSamples.set(schema, made.set(key, one));
  return one;
}

function newObjectSample(schema: JsonObject, use: 'sent' | 'answered', depth: number): Json {
  const own = titleWordsFor(textOf(schema['title']) ?? '');
  const required = new Set(textsOf(schema['required']));
  const properties = entriesOf(schema['properties']);
  const atLeast = numberOf(schema['minProperties']) ?? 0;
  const wanted = properties.filter(([name, property]) => {
    if (required.has(name) || own.has(name)) return true;
    if (depth >= deepest || isReference(property)) return false;
    return use === 'answered' || (isJsonObject(property) && isPlain(property) && wordsFor(name).length > 0);
  });
  const others = properties.filter((one) => !wanted.includes(one));
  const chosen = [...wanted, ...others.slice(0, Math.max(0, atLeast - wanted.length))];
  const members = chosen.map(([name, property]): [string, Json] => [
    name,
    own.get(name)?.[0] ?? valueOf(property, use, name, depth),
  ]);
  const named = [...members, ...otherMembers(schema, use, depth, members.length)];
  return Object.fromEntries(named);
}

/** Of a map one, and of any object as many as it has to have. */
function otherMembers(
  schema: JsonObject,
  use: 'sent' | 'answered',
  depth: number,
  there: number,
): readonly (readonly [string, Json])[] {
  const { additionalProperties: values = {}, propertyNames: names } = schema;
  const properties = objectOf(schema['properties']);
  const unnamed = textsOf(schema['required']).filter((name) => !Object.hasOwn(properties, name));
  const isMap = there === 0 && isJsonObject(schema['additionalProperties']) && depth < deepest;
  const atLeast = values === false ? 0 : Math.max(isMap ? 1 : 0, (numberOf(schema['minProperties']) ?? 0) - there);
  const missing = Math.max(0, atLeast - unnamed.length);
  const keys = missing === 0 ? [] : unlike(objectOf(names), keyOf(names), missing);
  return [...unnamed, ...textsOf(keys)].map((one) => [one, valueOf(values, use, 'value', depth)]);
}

function valueOf(schema: Json, use: 'sent' | 'answered', name: string, depth: number): Json {
  return isJsonObject(schema) ? sample(schema, use, name, depth + 1) : {};
}

function listSample(schema: JsonObject, use: 'sent' | 'answered', name: string, depth: number): Json {
  const { items } = schema;
  const fixed = listOf(schema['prefixItems']);
  if (fixed.length > 0) return fixed.map((item) => valueOf(item, use, name, depth));
  const contained = isJsonObject(schema['contains']) ? { ...objectOf(items), ...schema['contains'] } : items;
  const least = Math.max(numberOf(schema['minItems']) ?? 0, 0);
  if (least === 0 && (depth >= deepest || isReference(items) || !isJsonObject(contained))) return [];
  const one = valueOf(contained ?? {}, use, name, depth);
  const length = Math.min(Math.max(least, numberOf(schema['minContains']) ?? 1), longest);
  if (schema['uniqueItems'] !== true) return Array.from({ length }, () => one);
  return unlike(objectOf(contained), one, length);
}

function mayBeNull(schema: JsonObject): boolean {
  const either = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])];
  return textsOf(schema['type']).includes('null') || either.some((one) => isJsonObject(one) && one['type'] === 'null');
}

function keyOf(schema: Json | undefined): string {
  const choice = isJsonObject(schema) ? sample({ type: 'string', ...schema }, 'sent', 'key', 0) : 'note';
  return typeof choice === 'string' ? choice : 'note';
}

/** It leads back to what it stands in; everything else is given as it is. */
function isReference(schema: Json | undefined): boolean {
  return isJsonObject(schema) && '$ref' in schema;
}

function isPlain(schema: JsonObject): boolean {
  return schema['type'] !== 'object';
}
