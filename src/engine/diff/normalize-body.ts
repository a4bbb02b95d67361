import { canonicalJson } from '../canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { branchFor, propertySchema } from '../model/schema-at.ts';

/**
 * The body with everything removed that carries no meaning, so that equal meaning gives equal bytes:
 * sets are sorted. Returns the same object when there is nothing to do.
 */
export function normalizeBody(body: JsonObject, schema: ModelSchema): JsonObject {
  if (!mentionsSets(schema)) return body;
  const normal = normalizeValue(body, schema, schema);
  return isJsonObject(normal) ? normal : body;
}

/** The same for one value of a body. */
export function normalizeValue(value: Json, schema: ModelSchema, root: ModelSchema): Json {
  const own = branchFor(schema, value, root);
  if (Array.isArray(value)) return normalizeList(value, own, root);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const described = propertySchema(own, name);
    return [name, described === undefined ? member : normalizeValue(member, described, root)] as const;
  });
  return Object.fromEntries(members);
}

function normalizeList(list: readonly Json[], schema: ModelSchema, root: ModelSchema): Json {
  const { items } = schema;
  const normal = items === undefined ? list : list.map((item) => normalizeValue(item, items, root));
  if (schema['x-set'] !== true) return normal;
  return [...normal].sort((a, b) => compareText(sortKey(a), sortKey(b)));
}

function sortKey(value: Json): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** Code-unit order, the same on every machine and in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const setMentions = new WeakMap<ModelSchema, boolean>();

function mentionsSets(schema: ModelSchema): boolean {
  const known = setMentions.get(schema);
  if (known !== undefined) return known;
  const mentions = JSON.stringify(schema).includes('"x-set":true');
  setMentions.set(schema, mentions);
  return mentions;
}
