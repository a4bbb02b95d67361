import type { Json } from '../../engine/json.ts';
import type { JsonType, ModelSchema } from '../../engine/model/model.ts';
import { referredName } from '../expand-schema.ts';
import { fileNameOf } from '../file-name.ts';

/** A longer list of values is told by its title. */
const shownValues = 12;

type Count = 'one' | 'many';

/** What may stand in a field, in Markdown: `list of keys of [Role](role.md)`. */
export function typeText(schema: ModelSchema, count: Count = 'one'): string {
  if (schema.$ref !== undefined) {
    const name = referredName(schema.$ref);
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (schema.anyOf !== undefined) return distinct(schema.anyOf.map((branch) => typeText(branch, count)));
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined && schema.enum.length <= shownValues) return schema.enum.map(code).join(', ');
  const types = [schema.type ?? []].flat();
  if (types.length === 6) return pick(count, 'any value', 'any values');
  return namedText(schema, count) ?? distinct(types.map((type) => jsonTypeText(type, schema, count)));
}

/** What a text or number means, where the model says more than its JSON type. */
function namedText(schema: ModelSchema, count: Count): string | undefined {
  const { 'x-reference': kind, 'x-local-reference': pointer, 'x-money': money } = schema;
  if (kind !== undefined) return pick(count, `key of ${article(kind)} ${link(kind)}`, `keys of ${link(kind)}`);
  if (pointer !== undefined) return `${pick(count, 'one', 'some')} of \`${pointer.slice(1).replaceAll('/', '.')}\``;
  if (money === 'amount') return pick(count, 'amount of money', 'amounts of money');
  if (money === 'unit-price') return pick(count, 'unit price', 'unit prices');
  if (schema['x-sensitive'] === true) return pick(count, 'secret', 'secrets');
  return schema.title === undefined ? undefined : shortTitle(schema.title);
}

/** `a length of time, such as 30s` → `length of time` */
function shortTitle(title: string): string {
  const [first = title] = title.replaceAll(/ \([^)]*\)/g, '').split(/,| such as | of letters/);
  return first.replace(/^(?:an?|one) /, '');
}

function jsonTypeText(type: JsonType, schema: ModelSchema, count: Count): string {
  switch (type) {
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
      return `${pick(count, 'whole number', 'whole numbers')}${range(schema)}`;
    case 'number':
      return `${pick(count, 'number', 'numbers')}${range(schema)}`;
    case 'string':
      return pick(count, schema.format ?? 'text', `${schema.format ?? 'text'}s`);
    case 'array': {
      const list = schema['x-set'] === true ? pick(count, 'set', 'sets') : pick(count, 'list', 'lists');
      return `${list} of ${schema.items === undefined ? 'values' : typeText(schema.items, 'many')}`;
    }
    case 'object':
      return objectText(schema, count);
    default:
      return '`null`';
  }
}

function objectText(schema: ModelSchema, count: Count): string {
  const { properties, additionalProperties, patternProperties } = schema;
  const members = Object.values(patternProperties ?? {});
  if (typeof additionalProperties === 'object') members.push(additionalProperties);
  if (properties !== undefined || members.length === 0) return pick(count, 'object', 'objects');
  const kind = schema.propertyNames?.['x-reference'];
  const by = kind === undefined ? '' : `, by ${link(kind)}`;
  return `${pick(count, 'map', 'maps')} of ${distinct(members.map((member) => typeText(member, 'many')))}${by}`;
}

function range({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: ModelSchema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  const limits = [
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`more than ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`less than ${exclusiveMaximum}`]),
  ];
  return limits.length === 0 ? '' : `, ${limits.join(' and ')}`;
}

export function code(value: Json): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function link(kind: string): string {
  return `[${kind}](${fileNameOf(kind, 'md')})`;
}

function article(word: string): string {
  return /^[AEIOU]/.test(word) ? 'an' : 'a';
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].join(' or ');
}

function pick(count: Count, one: string, many: string): string {
  return count === 'one' ? one : many;
}
