import type { ModelSchema } from '../engine/model/model.ts';

/** Fields that say who a document is or what becomes of it, and so cannot differ between environments. */
const notInOverlays: ReadonlySet<string> = new Set([
  'kind',
  'key',
  'movedFrom',
  'protect',
  'unmanaged',
  'environments',
]);

/** What may stand under one environment: a merge patch, so every field is optional and may be null. */
export function overlaySchema(document: ModelSchema): ModelSchema {
  const properties = Object.entries(document.properties ?? {}).filter(([name]) => !notInOverlays.has(name));
  return patch({ ...document, properties: Object.fromEntries(properties) });
}

/** Objects are merged field by field, so nothing in them is required; lists and plain values are replaced whole. */
function patch(schema: ModelSchema): ModelSchema {
  if (schema.anyOf !== undefined) return { ...schema, anyOf: schema.anyOf.map(patch) };
  if (schema.type !== 'object') return schema;
  const { required: _required, minProperties: _minimum, dependentRequired: _dependent, ...rest } = schema;
  const { properties, additionalProperties, patternProperties } = rest;
  const patchAll = (schemas: { readonly [name: string]: ModelSchema }): { readonly [name: string]: ModelSchema } =>
    Object.fromEntries(Object.entries(schemas).map(([name, field]) => [name, orNull(patch(field))]));
  return {
    ...rest,
    ...(properties && { properties: patchAll(properties) }),
    ...(patternProperties && { patternProperties: patchAll(patternProperties) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: orNull(patch(additionalProperties)) }),
  };
}

/** Null removes the field in that environment. */
function orNull(schema: ModelSchema): ModelSchema {
  const { title, description, anyOf, $ref, type, enum: values, ...rest } = schema;
  const words = { ...(title !== undefined && { title }), ...(description !== undefined && { description }) };
  if (anyOf !== undefined) return { ...schema, anyOf: [...anyOf, { type: 'null' }] };
  if ($ref !== undefined) return { ...words, anyOf: [{ $ref }, { type: 'null' }] };
  if (type === undefined || rest.const !== undefined) return { ...words, anyOf: [schema, { type: 'null' }] };
  const types = [type].flat();
  const withNull = types.includes('null') ? types : [...types, 'null' as const];
  return { ...words, ...rest, type: withNull, ...(values && { enum: [...values, null] }) };
}
