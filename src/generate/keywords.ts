import type { JsonType } from '../engine/model/model.ts';

/** Keywords of ours. Validators ignore them; the engine reads them from the model. */
export const modelKeywords = [
  'x-reference',
  'x-local-reference',
  'x-list-key',
  'x-set',
  'x-immutable',
  'x-default',
  'x-sensitive',
  'x-impact',
  'x-money',
] as const;

/** Keywords that say nothing about which values are valid. */
export const annotations: ReadonlySet<string> = new Set([
  'title',
  'description',
  'x-default',
  'x-impact',
  'x-immutable',
]);

/** Keywords that mean something for one JSON type only, with that type. */
export const keywordTypes: ReadonlyMap<string, JsonType> = new Map([
  ...names('object', ['properties', 'required', 'additionalProperties', 'propertyNames', 'patternProperties']),
  ...names('object', ['dependentRequired', 'minProperties', 'maxProperties']),
  ...names('array', ['items', 'minItems', 'maxItems', 'uniqueItems', 'x-list-key', 'x-set']),
  ...names('string', [
    'pattern',
    'format',
    'minLength',
    'maxLength',
    'x-reference',
    'x-local-reference',
    'x-sensitive',
  ]),
  ...names('number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']),
]);

function names(type: JsonType, keywords: readonly string[]): (readonly [string, JsonType])[] {
  return keywords.map((keyword) => [keyword, type] as const);
}
