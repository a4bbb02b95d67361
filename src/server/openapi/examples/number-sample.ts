import type { JsonObject } from '../../../engine/json.ts';
import { numberOf, textsOf } from '../../../engine/json-fields.ts';
import { wordsFor } from './words.ts';

/** The default, the likeliest word for a field of that name, or 1; where none of them fits, a number near the bounds. */
export function numberSample(schema: JsonObject, name: string): number {
  const given = numberOf(schema['default']) ?? numberOf(wordsFor(name)[0]) ?? 1;
  const least = bound(schema, 'minimum', 'exclusiveMinimum', Math.max);
  const most = bound(schema, 'maximum', 'exclusiveMaximum', Math.min);
  const step = stepOf(schema);
  const [first, last] = [Math.ceil((least ?? 0) / step) * step, Math.floor((most ?? 0) / step) * step];
  const near = [least, first, first + step, most, last, last - step, ((least ?? 0) + (most ?? 0)) / 2];
  return [given, 1, ...near].find((one) => one !== undefined && fits(schema, one)) ?? given;
}

/** By how much two of them differ at least, or may. */
export function stepOf(schema: JsonObject): number {
  return numberOf(schema['multipleOf']) ?? 1;
}

function bound(
  schema: JsonObject,
  within: string,
  beyond: string,
  narrowest: (...values: readonly number[]) => number,
): number | undefined {
  const said = [numberOf(schema[within]), numberOf(schema[beyond])].filter((one) => one !== undefined);
  return said.length === 0 ? undefined : narrowest(...said);
}

function fits(schema: JsonObject, one: number): boolean {
  const isWhole = textsOf(schema['type']).includes('integer') && !textsOf(schema['type']).includes('number');
  return (
    one >= (numberOf(schema['minimum']) ?? one) &&
    one <= (numberOf(schema['maximum']) ?? one) &&
    one !== numberOf(schema['exclusiveMinimum']) &&
    one >= (numberOf(schema['exclusiveMinimum']) ?? one) &&
    one !== numberOf(schema['exclusiveMaximum']) &&
    one <= (numberOf(schema['exclusiveMaximum']) ?? one) &&
    Number.isInteger(one / (numberOf(schema['multipleOf']) ?? (isWhole ? 1 : one || 1)))
  );
}
