import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import { entriesOf, memberOf } from '../../../engine/json-fields.ts';
import { bothSchemas } from './both-schemas.ts';

/** What a field of this name has to fit, whether the name is said, fits a pattern, or is any other. */
export function fieldSchema(schema: JsonObject, name: string): Json {
  const named = memberOf(schema['properties'], name);
  const patterned = entriesOf(schema['patternProperties'])
    .filter(([pattern]) => fits(pattern, name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  if (named === undefined && patterned.length === 0) return othersOf(schema);
  return patterned.reduce<Json>((all, [, one]) => bothSchemas(all, one), named ?? true);
}

/** What fields whose names fit this pattern have to fit. */
export function patternSchema(schema: JsonObject, pattern: string): Json {
  return memberOf(schema['patternProperties'], pattern) ?? othersOf(schema);
}

/** `true`: any, as where nothing is said. */
export function othersOf(schema: JsonObject): Json {
  const { additionalProperties: others = true } = schema;
  return isJsonObject(others) && Object.keys(others).length === 0 ? true : others;
}

/** A pattern that nobody can read fits no name. */
function fits(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}
