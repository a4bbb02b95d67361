import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';

/**
 * The field that tells which of the objects one is: each must have it, with texts that no other has. What can be no
 * object is told apart by itself.
 */
export function discriminatorOf(members: readonly JsonObject[]): string | undefined {
  const [first, ...others] = members.filter(mayBeObject);
  if (first === undefined || others.length === 0) return undefined;
  const { properties } = first;
  if (!isJsonObject(properties ?? null)) return undefined;
  return Object.keys(Object(properties)).find((name) => tells(name, [first, ...others]));
}

function mayBeObject({ const: only, enum: values, type }: JsonObject): boolean {
  return only === undefined && values === undefined && (type === undefined || [type].flat().includes('object'));
}

function tells(name: string, members: readonly JsonObject[]): boolean {
  const texts = members.map((member) => textsOf(name, member));
  const all = texts.flat();
  return texts.every(({ length }) => length > 0) && new Set(all).size === all.length;
}

/** Empty where it may be absent, or any text. */
function textsOf(name: string, { properties, required }: JsonObject): readonly string[] {
  if (!Array.isArray(required) || !required.includes(name)) return [];
  if (properties === undefined || !isJsonObject(properties)) return [];
  const schema = properties[name];
  if (schema === undefined || !isJsonObject(schema)) return [];
  const values: Json = schema['const'] ?? schema['enum'] ?? null;
  const texts = [values].flat().filter((value) => typeof value === 'string');
  return texts.length === [values].flat().length ? texts : [];
}
