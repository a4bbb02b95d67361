import type { Json } from '../../engine/json.ts';
import type { JsonType, ModelSchema } from '../../engine/model/model.ts';
import { referredName } from '../expand-schema.ts';
import { fileNameOf } from '../file-name.ts';

const shownValues = 12;

/** What may stand in a field, in Markdown: `list of keys of [Role](role.md)`. */
export function typeText(schema: ModelSchema): string {
  if (schema.$ref !== undefined) {
    const name = referredName(schema.$ref);
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(typeText))].join(' or ');
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return enumText(schema.enum);
  if (schema['x-reference'] !== undefined) return `key of a [${schema['x-reference']}](${fileNameOf(schema['x-reference'], 'md')})`;
  if (schema['x-local-reference'] !== undefined) return `one of \`${schema['x-local-reference'].slice(1).replaceAll('/', '.')}\``;
  if (schema['x-money'] !== undefined) return schema['x-money'] === 'amount' ? 'amount of money' : 'unit price';
  if (schema['x-sensitive'] === true) return 'secret, as `${secrets.NAME}`';
  const types = [schema.type ?? []].flat();
  return types.length === 6 ? 'any value' : types.map((type) => jsonTypeText(type, schema)).join(' or ');
}

function jsonTypeText(type: JsonType, schema: ModelSchema): string {
  switch (type) {
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
      return `whole number${range(schema)}`;
    case 'number':
      return `number${range(schema)}`;
    case 'string':
      return schema.format ?? 'text';
    case 'array':
      return `${schema['x-set'] === true ? 'set' : 'list'} of ${schema.items === undefined ? 'values' : pluralText(schema.items)}`;
    case 'object':
      return objectText(schema);
    default:
      return '`null`';
  }
}

function objectText(schema: ModelSchema): string {
  const { properties, additionalProperties, patternProperties } = schema;
  const members = Object.values(patternProperties ?? {}).concat(typeof additionalProperties === 'object' ? [additionalProperties] : []);
  if (properties !== undefined || members.length === 0) return 'object';
  const key = schema.propertyNames?.['x-reference'];
  return `map of ${[...new Set(members.map(pluralText))].join(' or ')}${key === undefined ? '' : `, by [${key}](${fileNameOf(key, 'md')})`}`;
}

function pluralText(schema: ModelSchema): string {
  const text = typeText(schema);
  if (text.startsWith('key of a ')) return text.replace('key of a ', 'keys of ');
  const plurals = new Map([
    ['object', 'objects'],
    ['text', 'texts'],
    ['number', 'numbers'],
    ['whole number', 'whole numbers'],
    ['any value', 'any values'],
    ['amount of money', 'amounts of money'],
    ['unit price', 'unit prices'],
  ]);
  return plurals.get(text) ?? text;
}

function range({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: ModelSchema): string {
  if (minimum !== undefined && maximum !== undefined) return `, ${minimum} to ${maximum}`;
  const limits = [
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`more than ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`less than ${exclusiveMaximum}`]),
  ];
  return limits.length === 0 ? '' : `, ${limits.join(' and ')}`;
}

function enumText(values: readonly Json[]): string {
  const shown = values.slice(0, values.length > shownValues ? 3 : shownValues).map(code);
  return values.length > shownValues ? `${shown.join(', ')} … (${values.length} values)` : shown.join(', ');
}

export function code(value: Json): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
