import { canonicalJson } from '../../../engine/canonical-json.ts';
import type { Json, JsonObject } from '../../../engine/json.ts';
import { listOf } from '../../../engine/json-fields.ts';
import { stepOf } from './number-sample.ts';
import { otherText } from './text-sample.ts';

/** So many values of the schema, of which `first` is one, no two of them alike as far as it says how others look. */
export function unlike(schema: JsonObject, first: Json, length: number): readonly Json[] {
  const chosen = listOf(schema['enum']).filter((one) => canonicalJson(one) !== canonicalJson(first));
  return Array.from({ length }, (_, index): Json => {
    if (index === 0) return first;
    const choice = chosen[index - 1];
    if (choice !== undefined) return choice;
    if (typeof first === 'number') return first + index * stepOf(schema);
    if (typeof first === 'boolean') return !first;
    return typeof first === 'string' ? otherText(schema, first, index + 1) : first;
  });
}
