import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { SchemaViolation } from '../model/registry.ts';
import { childPointer } from '../pointer.ts';
import { hasType, propertyNode, type SchemaNode } from './schema-node.ts';

/**
 * What a validator would report, for the few keywords that dream.yaml needs: its schema belongs to the
 * engine and not to a model, so no validator is generated for it.
 */
export function findViolations(node: SchemaNode, value: Json, pointer = ''): readonly SchemaViolation[] {
  const { schema } = node;
  const report = (keyword: string, params: SchemaViolation['params'], propertyName?: string): SchemaViolation => ({
    keyword,
    instancePath: pointer,
    schemaPath: '',
    params,
    ...(propertyName === undefined ? {} : { propertyName }),
  });
  if (!hasType(node, value)) return [report('type', { type: schema.type })];
  if (isJsonObject(value)) return objectViolations(node, value, pointer, report);
  if (Array.isArray(value)) {
    const { items } = node;
    return items === undefined
      ? []
      : value.flatMap((item: Json, index) => findViolations(items, item, childPointer(pointer, index)));
  }
  if (typeof value === 'string') return textViolations(node, value, report);
  if (schema.minimum !== undefined && typeof value === 'number' && value < schema.minimum)
    return [report('minimum', { limit: schema.minimum })];
  return [];
}

type Report = (keyword: string, params: SchemaViolation['params'], propertyName?: string) => SchemaViolation;

function objectViolations(
  node: SchemaNode,
  value: JsonObject,
  pointer: string,
  report: Report,
): readonly SchemaViolation[] {
  const { schema, names } = node;
  const keys = Object.keys(value);
  const found: SchemaViolation[] = [];
  for (const missingProperty of schema.required ?? []) {
    if (!Object.hasOwn(value, missingProperty)) found.push(report('required', { missingProperty }));
  }
  if (schema.minProperties !== undefined && keys.length < schema.minProperties) {
    found.push(report('minProperties', { limit: schema.minProperties }));
  }
  for (const key of keys) {
    if (names !== undefined)
      for (const violation of textViolations(names, key, (keyword, params) => report(keyword, params, key)))
        found.push(violation);
    const child = propertyNode(node, key);
    if (child !== undefined) {
      for (const violation of findViolations(child, value[key] ?? null, childPointer(pointer, key)))
        found.push(violation);
    } else if (schema.additionalProperties === false)
      found.push(report('additionalProperties', { additionalProperty: key }));
  }
  return found;
}

function textViolations({ schema }: SchemaNode, value: string, report: Report): readonly SchemaViolation[] {
  const found: SchemaViolation[] = [];
  const { pattern, minLength, maxLength } = schema;
  if (schema.enum?.includes(value) === false) found.push(report('enum', { allowedValues: schema.enum }));
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) found.push(report('pattern', { pattern }));
  if (minLength !== undefined && value.length < minLength) found.push(report('minLength', { limit: minLength }));
  if (maxLength !== undefined && value.length > maxLength) found.push(report('maxLength', { limit: maxLength }));
  return found;
}
