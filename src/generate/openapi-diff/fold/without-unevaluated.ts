import type { Json, JsonObject } from '../../../engine/json.ts';

/** What says more of fields and items than the schema itself, only where something is met. */
const conditions = ['if', 'dependentSchemas', 'anyOf', 'oneOf', 'allOf', 'not'];

/**
 * With all that is said of a value in one schema, what nothing else says is any other field, and any other item. Where
 * conditions say some, it stays.
 */
export function withoutUnevaluated(schema: JsonObject): JsonObject {
  const { unevaluatedItems, unevaluatedProperties, ...others } = schema;
  if (unevaluatedItems === undefined && unevaluatedProperties === undefined) return schema;
  if (conditions.some((keyword) => keyword in schema)) return schema;
  return {
    ...or('additionalProperties', unevaluatedProperties),
    ...or('items', unevaluatedItems),
    ...others,
  };
}

function or(keyword: string, value: Json | undefined): JsonObject {
  return value === undefined ? {} : { [keyword]: value };
}
