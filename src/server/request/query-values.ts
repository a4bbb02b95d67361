import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';

type RawQuery = Readonly<Record<string, unknown>>;

/**
 * Reads the texts of a query string as the types its schema names. What does not read as its type stays
 * text, so that validation refuses it and names it.
 */
export function readQueryValues(schema: JsonObject, raw: RawQuery): Record<string, unknown> {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, readValue(properties[name], value)]));
}

function readValue(schema: Json | undefined, value: unknown): unknown {
  if (!isJsonObject(schema)) {
    return value;
  }
  switch (schema['type']) {
    case 'integer':
      return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    case 'number':
      return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'array':
      return (Array.isArray(value) ? value : [value]).map((item) => readValue(schema['items'], item));
    default:
      return value;
  }
}
