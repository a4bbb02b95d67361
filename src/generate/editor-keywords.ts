import type { Json, JsonObject } from '../engine/json.ts';
import type { JsonType, ModelSchema } from '../engine/model/model.ts';
import { referredName } from './expand-schema.ts';

/** Marks a text that takes its value from elsewhere and is checked once that value is known. */
const placeholder = String.raw`\$\{(vars|secrets)\.[^}]+\}`;

/** The definition of a variable or secret; the dash keeps it apart from kinds and from definitions of models. */
export const variableName = 'variable-or-secret';

/**
 * The schema in words that editors know: draft-07 keywords only, ours turned into sentences of the hover text,
 * and `${vars.NAME}` allowed where its value would have to have a form.
 */
export function editorKeywords(schema: ModelSchema): JsonObject {
  const description = hoverText(schema);
  const words = {
    ...(schema.title !== undefined && { title: schema.title }),
    ...(description !== '' && { description }),
  };
  if (schema.$ref !== undefined) {
    const reference = { $ref: `#/definitions/${referredName(schema.$ref)}` };
    // Draft-07 ignores what stands beside a $ref.
    return Object.keys(words).length === 0 ? reference : { ...words, allOf: [reference] };
  }
  return { ...words, ...valueRules(schema), ...memberRules(schema) };
}

function hoverText(schema: ModelSchema): string {
  const fallback = schema['x-default'];
  return [
    schema.description?.trim() ?? '',
    ...(schema['x-reference'] === undefined ? [] : [`The key of a ${schema['x-reference']}.`]),
    ...(schema['x-immutable'] === true ? ['Cannot change once applied.'] : []),
    ...(fallback === undefined
      ? []
      : [`Default: \`${typeof fallback === 'string' ? fallback : JSON.stringify(fallback)}\`.`]),
  ]
    .filter((sentence) => sentence !== '')
    .join('\n\n');
}

function valueRules(schema: ModelSchema): JsonObject {
  if (schema.anyOf !== undefined) return { anyOf: schema.anyOf.map(editorKeywords) };
  if (schema.const !== undefined) return { const: schema.const };
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (schema.enum !== undefined) {
    const choice = { ...typeRule(types), enum: schema.enum };
    return types.includes('object') ? choice : { anyOf: [choice, { $ref: `#/definitions/${variableName}` }] };
  }
  return { ...scalarRules(types, schema), ...limits(schema) };
}

/** A variable is a text: a number or boolean may be one, and a pattern lets one pass. */
function scalarRules(types: readonly JsonType[], schema: ModelSchema): JsonObject {
  const needsValue = types.some((type) => type === 'number' || type === 'integer' || type === 'boolean');
  if (needsValue && !types.includes('string')) return { type: [...types, 'string'], pattern: placeholder };
  const pattern = schema.pattern ?? (schema['x-sensitive'] === true ? String.raw`^\$\{secrets\.[^}]+\}$` : undefined);
  return { ...typeRule(types), ...(pattern !== undefined && { pattern: `(?:${pattern})|${placeholder}` }) };
}

function typeRule(types: readonly JsonType[]): JsonObject {
  const [only, ...others] = types;
  if (only === undefined) return {};
  return { type: others.length === 0 ? only : types };
}

const limitKeywords = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
] as const;
const countKeywords = ['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties', 'required'] as const;

function limits(schema: ModelSchema): JsonObject {
  return keep(schema, limitKeywords);
}

function memberRules(schema: ModelSchema): JsonObject {
  const { properties, patternProperties, additionalProperties, propertyNames, items, dependentRequired } = schema;
  return {
    ...keep(schema, countKeywords),
    ...(schema['x-set'] === true && { uniqueItems: true }),
    ...(properties && { properties: all(properties) }),
    ...(patternProperties && { patternProperties: all(patternProperties) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object' ? editorKeywords(additionalProperties) : additionalProperties,
    }),
    ...(propertyNames && { propertyNames: editorKeywords(propertyNames) }),
    ...(items && { items: editorKeywords(items) }),
    ...(dependentRequired && { dependencies: dependentRequired }),
  };
}

function all(schemas: { readonly [name: string]: ModelSchema }): JsonObject {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, editorKeywords(schema)]));
}

function keep(
  schema: ModelSchema,
  keywords: readonly (keyof ModelSchema & (typeof limitKeywords | typeof countKeywords)[number])[],
): JsonObject {
  const kept: [string, Json][] = [];
  for (const keyword of keywords) {
    const value = schema[keyword];
    if (value !== undefined) kept.push([keyword, value]);
  }
  return Object.fromEntries(kept);
}
