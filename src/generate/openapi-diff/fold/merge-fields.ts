import type { Json, JsonObject } from '../../../engine/json.ts';
import { entriesOf } from '../../../engine/json-fields.ts';
import { bothSchemas } from './both-schemas.ts';
import { fieldSchema, patternSchema } from './field-schema.ts';

/** The keywords that say which fields an object that fits both may have. What one of them closes is closed. */
export function mergeFields(one: JsonObject, other: JsonObject): JsonObject {
  const both = (keyword: string, schemaOf: (schema: JsonObject, name: string) => Json): JsonObject => {
    const names = [one, other].flatMap((schema) => entriesOf(schema[keyword]).map(([name]) => name));
    return Object.fromEntries(names.map((name) => [name, bothSchemas(schemaOf(one, name), schemaOf(other, name))]));
  };
  const said: readonly (readonly [string, () => Json])[] = [
    ['properties', () => both('properties', fieldSchema)],
    ['patternProperties', () => both('patternProperties', patternSchema)],
    [
      'additionalProperties',
      () => bothSchemas(one['additionalProperties'] ?? true, other['additionalProperties'] ?? true),
    ],
  ];
  return Object.fromEntries(
    said.flatMap(([keyword, make]) => (keyword in one || keyword in other ? [[keyword, make()]] : [])),
  );
}
