import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { KindRegistry } from '../model/registry.ts';
import { childPointer, parsePointer, valueAt } from '../pointer.ts';
import { type Resource, resourceName } from '../resource.ts';
import { preparedKinds } from './prepared-kind.ts';
import { applySchemaRules } from './schema-rules.ts';

/**
 * The body with its references to resources that are called otherwise now: `renames` gives the new key by the former
 * `Kind/key`. The body must be valid; for an unknown kind it comes back as it is.
 */
export function renameReferences(
  { kind, body }: Resource,
  renames: ReadonlyMap<string, string>,
  registry: KindRegistry,
): JsonObject {
  const prepared = preparedKinds(registry).get(kind);
  if (prepared === undefined || renames.size === 0) return body;
  const names: NewNames = { values: new Map(), keys: new Map(), compounds: new Map() };
  for (const { pointer, atKey, kind: target, key } of applySchemaRules(prepared.root, body, new Set()).references) {
    const renamed = renames.get(resourceName({ kind: target, key }));
    if (renamed !== undefined) (atKey ? names.keys : names.values).set(pointer, renamed);
  }
  for (const { pointer, kind: target, key, member } of prepared.definition.policy.references?.(body) ?? []) {
    const renamed = renames.get(resourceName({ kind: target, key }));
    const text = valueAt(body, parsePointer(pointer));
    if (renamed === undefined || typeof text !== 'string') continue;
    // What names something inside of the resource need not name the resource: `property: seats`.
    if (text === key && member === undefined) names.values.set(pointer, renamed);
    else if (text.startsWith(`${key}:`)) names.compounds.set(text, `${renamed}${text.slice(key.length)}`);
  }
  return objectWith(body, '', names);
}

interface NewNames {
  /** By the pointer of the value. */
  readonly values: Map<string, string>;
  /** By the pointer of what the key holds. */
  readonly keys: Map<string, string>;
  /** By the text: a permission (`project:read`) stands in a list, and again where a condition is put on it. */
  readonly compounds: Map<string, string>;
}

function objectWith(object: JsonObject, pointer: string, names: NewNames): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      const at = childPointer(pointer, key);
      return [names.keys.get(at) ?? names.compounds.get(key) ?? key, valueWith(value, at, names)];
    }),
  );
}

function valueWith(value: Json, pointer: string, names: NewNames): Json {
  if (typeof value === 'string') return names.values.get(pointer) ?? names.compounds.get(value) ?? value;
  if (Array.isArray(value))
    return value.map((item: Json, index) => valueWith(item, childPointer(pointer, index), names));
  return isJsonObject(value) ? objectWith(value, pointer, names) : value;
}
