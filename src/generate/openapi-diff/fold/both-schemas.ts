import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import { saysNothing } from './says-nothing.ts';

/** Made once for each row of schemas, so that whoever walks in a circle comes back to the same object. */
interface Made {
  readonly next: WeakMap<JsonObject, Made>;
  schema: JsonObject | null;
}

const start: Made = { next: new WeakMap(), schema: null };
const partsOf = new WeakMap<JsonObject, readonly JsonObject[]>();

/** The schema of what fits both. */
export function bothSchemas(one: Json, other: Json): Json {
  if (one === false || other === false) return false;
  if (!isJsonObject(one) || saysNothing(one)) return other;
  if (!isJsonObject(other) || saysNothing(other)) return one;
  const parts = [one, other].flatMap((schema) => partsOf.get(schema) ?? [schema]);
  const distinct = parts.filter((part, index) => parts.findIndex((earlier) => isSame(earlier, part)) === index);
  const [only] = distinct;
  if (distinct.length === 1 && only !== undefined) return only;
  const made = distinct.reduce((from, part) => {
    const next = from.next.get(part) ?? { next: new WeakMap(), schema: null };
    from.next.set(part, next);
    return next;
  }, start);
  made.schema ??= { allOf: distinct };
  partsOf.set(made.schema, distinct);
  return made.schema;
}

/** Whether it stands in no document. */
export function isMade(schema: JsonObject): boolean {
  return partsOf.has(schema);
}

function isSame(one: JsonObject, other: JsonObject): boolean {
  if (one === other) return true;
  const isOnlyReference = (schema: JsonObject): boolean => Object.keys(schema).join() === '$ref';
  return isOnlyReference(one) && isOnlyReference(other) && one['$ref'] === other['$ref'];
}
