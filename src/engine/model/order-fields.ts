import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelSchema } from './model.ts';
import { branchFor, propertySchema } from './schema-at.ts';

/**
 * The body with its fields in the model's order, names that users chose in alphabetical order: the database keeps
 * no order, and people read these.
 */
export function orderFields(body: JsonObject, schema: ModelSchema): JsonObject {
  return orderedObject(body, schema, schema);
}

function ordered(value: Json, schema: ModelSchema | undefined, root: ModelSchema): Json {
  const own = schema === undefined ? undefined : branchFor(schema, value, root);
  if (Array.isArray(value)) return value.map((item: Json) => ordered(item, own?.items, root));
  return isJsonObject(value) ? orderedObject(value, own, root) : value;
}

function orderedObject(object: JsonObject, schema: ModelSchema | undefined, root: ModelSchema): JsonObject {
  const declared = Object.keys(schema?.properties ?? {});
  const place = new Map(declared.map((name, index) => [name, index]));
  const rank = (name: string): number => place.get(name) ?? declared.length;
  const names = Object.keys(object).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(
    names.map((name) => {
      const described = schema === undefined ? undefined : propertySchema(schema, name);
      return [name, ordered(object[name] ?? null, described, root)];
    }),
  );
}
