import { isJsonObject, type Json } from '../../src/engine/json.ts';

/** Paths of all named fields in a schema that say nothing about themselves, references followed by their own text. */
export function silentFields(schema: Json | undefined, path: string): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((inner: Json) => silentFields(inner, path));
  if (!isJsonObject(schema)) return [];
  const fields = isJsonObject(schema['properties']) ? Object.entries(schema['properties']) : [];
  const own = fields.filter(
    ([, field]) => isJsonObject(field) && field['description'] === undefined && field['$ref'] === undefined,
  );
  return [
    ...own.map(([name]) => `${path}.${name}`),
    ...fields.flatMap(([name, field]) => silentFields(field, `${path}.${name}`)),
    ...['items', 'additionalProperties', 'anyOf', '$defs'].flatMap((name) => silentFields(schema[name], path)),
  ];
}
