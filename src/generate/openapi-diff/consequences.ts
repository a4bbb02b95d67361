import type { Json, JsonObject } from '../../engine/json.ts';
import { entriesOf } from '../../engine/json-fields.ts';
import { bothSchemas } from './fold/both-schemas.ts';
import type { Inner } from './compare-fields.ts';
import type { Place } from './difference.ts';

/** What holds where a condition is met, together with what always holds: fields may be said there alone. */
export function consequencesOf(before: JsonObject, after: JsonObject, at: Place): readonly Inner[] {
  const [was, is] = [conditionsOf(before), conditionsOf(after)];
  return [...new Set([...was.said.keys(), ...is.said.keys()])].map((condition) => ({
    at,
    before: bothSchemas(was.always, was.said.get(condition) ?? true),
    after: bothSchemas(is.always, is.said.get(condition) ?? true),
  }));
}

interface Conditions {
  readonly always: JsonObject;
  /** By the keyword, or by the field that has to be there. */
  readonly said: ReadonlyMap<string, Json>;
}

function conditionsOf(schema: JsonObject): Conditions {
  const { dependentSchemas, else: otherwise, if: _, then, ...rest } = schema;
  // What is evaluated nowhere else may be where the condition is met: that closes none of its fields.
  const { unevaluatedItems: _items, unevaluatedProperties: _fields, ...always } = rest;
  const said = new Map(entriesOf(dependentSchemas).map(([field, value]) => [`with ${field}`, value]));
  if (then !== undefined) said.set('then', then);
  if (otherwise !== undefined) said.set('else', otherwise);
  return { always, said };
}
