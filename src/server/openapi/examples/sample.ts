import { canonicalJson } from '../../../engine/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import { entriesOf, listOf, numberOf, textOf, textsOf } from '../../../engine/json-fields.ts';
import { reportedDateTime } from '../../date-time.ts';
import { titleWords } from './title-words.ts';
import { anyWords, formatted, idBody, words } from './words.ts';

/** Beyond it what may be left out is, and lists are empty. */
const deepest = 6;

/**
 * An example of what fits the schema: all fields that have to be there, and those that may be, but for requests only
 * where `words.ts` or `title-words.ts` knows a word for them. `title`: what the schema is called where it does not say so itself. The same
 * schema gives the same example.
 */
export function sampleOf(schema: JsonObject, use: 'sent' | 'answered', title?: string): Json {
  return sample(title === undefined ? schema : { title, ...schema }, use, '', 0);
}

function sample(schema: JsonObject, use: 'sent' | 'answered', name: string, depth: number): Json {
  if (words[name]?.[0] === null && mayBeNull(schema)) return null;
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
      return schema['default'] ?? words[name]?.find((word) => typeof word === 'boolean') ?? true;
    case 'integer':
    case 'number':
      return numberSample(schema, name);
    case 'string':
      return textSample(schema, name);
    default:
      return words[name]?.[0] ?? {};
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
  const own = titleWords[textOf(schema['title']) ?? ''] ?? {};
  const required = new Set(textsOf(schema['required']));
  const properties = entriesOf(schema['properties']);
  const atLeast = numberOf(schema['minProperties']) ?? 0;
  const wanted = properties.filter(([name, property]) => {
    if (required.has(name) || name in own) return true;
    return depth < deepest && (use === 'answered' || (isJsonObject(property) && isPlain(property) && name in words));
  });
  const chosen = wanted.length < atLeast ? properties.slice(0, atLeast) : wanted;
  const members = chosen.map(([name, property]): [string, Json] => [
    name,
    own[name]?.[0] ?? valueOf(property, use, name, depth),
  ]);
  const { additionalProperties: others } = schema;
  const isMap = members.length === 0 && isJsonObject(others) && depth < deepest;
  const named = isMap ? [[keyOf(schema['propertyNames']), valueOf(others, use, 'value', depth)]] : members;
  return Object.fromEntries(named);
}

function valueOf(schema: Json, use: 'sent' | 'answered', name: string, depth: number): Json {
  return isJsonObject(schema) ? sample(schema, use, name, depth + 1) : {};
}

function listSample(schema: JsonObject, use: 'sent' | 'answered', name: string, depth: number): Json {
  const { items } = schema;
  const fixed = listOf(schema['prefixItems']);
  if (fixed.length > 0) return fixed.map((item) => valueOf(item, use, name, depth));
  if (!isJsonObject(items) || (depth >= deepest && schema['minItems'] === undefined)) return [];
  return [valueOf(items, use, name, depth)];
}

function numberSample(schema: JsonObject, name: string): number {
  const given =
    numberOf(schema['default']) ?? numberOf(words[name]?.[0]) ?? Math.max(numberOf(schema['minimum']) ?? 1, 1);
  return Math.min(given, numberOf(schema['maximum']) ?? given);
}

function textSample(schema: JsonObject, name: string): string {
  const format = textOf(schema['format']);
  const known = format === undefined ? undefined : formatted[format === reportedDateTime ? 'date-time' : format];
  if (known !== undefined) return known;
  const prefix = /^`([a-z]{2,4}_)…`/u.exec(textOf(schema['description']) ?? '')?.[1];
  const likely = [...(prefix === undefined ? [] : [`${prefix}${idBody}`]), ...(words[name] ?? []), ...anyWords];
  const fitting = likely.find((word) => typeof word === 'string' && fits(schema, word));
  if (typeof fitting === 'string') return fitting;
  throw new RangeError(`no example is known of ${name}: ${canonicalJson(schema)}`);
}

function fits(schema: JsonObject, word: string): boolean {
  const pattern = textOf(schema['pattern']);
  const { length } = word;
  if (length < (numberOf(schema['minLength']) ?? 0) || length > (numberOf(schema['maxLength']) ?? length)) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(word);
}

function mayBeNull(schema: JsonObject): boolean {
  const either = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])];
  return textsOf(schema['type']).includes('null') || either.some((one) => isJsonObject(one) && one['type'] === 'null');
}

function keyOf(schema: Json | undefined): string {
  const choice = isJsonObject(schema) ? sample({ type: 'string', ...schema }, 'sent', 'key', 0) : 'note';
  return typeof choice === 'string' ? choice : 'note';
}

function isPlain(schema: JsonObject): boolean {
  return schema['type'] !== 'object';
}
