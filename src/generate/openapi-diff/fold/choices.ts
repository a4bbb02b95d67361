import type { Json, JsonObject } from '../../../engine/json.ts';
import { listOf } from '../../../engine/json-fields.ts';

/** The values it is limited to; null: any of its type. */
export function choicesOf(schema: JsonObject): readonly Json[] | null {
  if ('const' in schema) return [schema['const'] ?? null];
  const { enum: values } = schema;
  return Array.isArray(values) ? listOf(values) : null;
}
