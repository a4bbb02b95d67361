import { isJsonObject, type Json } from '../json.ts';
import type { JsonType, ModelSchema } from '../model/model.ts';
import { parsePointer } from '../pointer.ts';
import { inFlow } from '../source/yaml-text.ts';
import { jsonTypeOf, type SchemaNode, typesOf } from './schema-node.ts';

/** How messages name the place of a value: the field's own name, with the number of the list entry. */
export function labelOf(pointer: string): string {
  const segments = parsePointer(pointer);
  let start = segments.length - 1;
  while (start > 0 && /^[0-9]+$/.test(segments[start] ?? '')) start--;
  return segments.length === 0 ? 'The document' : `\`${dotted(segments.slice(start))}\``;
}

/** The whole way to a mapping, for messages about what is in it. */
export function pathOf(pointer: string): string {
  return `\`${dotted(parsePointer(pointer))}\``;
}

function dotted(segments: readonly string[]): string {
  return segments
    .map((segment, index) =>
      /^[0-9]+$/.test(segment) && index > 0 ? `[${segment}]` : `${index > 0 ? '.' : ''}${segment}`,
    )
    .join('');
}

/** A value as it is quoted in a message. */
export function quote(value: Json): string {
  if (value === null) return 'empty';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a mapping';
  const text = `${value}`;
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}

/** The type of a value in words: "a string", "the number 5". */
export function typeInWords(value: Json, written?: string): string {
  switch (typeof value) {
    case 'string':
      return 'a string';
    case 'number':
      return `the number ${written ?? value}`;
    case 'boolean':
      return String(value);
    default:
      return quote(value);
  }
}

const typeWords: { readonly [type in JsonType]: string } = {
  null: 'empty',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  string: 'a string',
  array: 'a list',
  object: 'a mapping',
};

/** What a schema allows, in words: "a number or `unlimited`". */
export function expectedInWords(node: SchemaNode): string {
  if (node.branches.length > 0) return joinOr([...new Set(node.branches.map(expectedInWords))]);
  const values = allowedValues(node.schema);
  if (values !== null) return joinOr(values.map(quote));
  const types = typesOf(node.schema).filter((type, _, all) => !(type === 'integer' && all.includes('number')));
  return types.length === 0 ? 'something else' : joinOr(types.map((type) => typeWords[type]));
}

/** The values a schema lists, unless there are more than anybody reads. */
export function allowedValues(schema: ModelSchema): readonly Json[] | null {
  if (schema.const !== undefined) return [schema.const];
  return schema.enum !== undefined && schema.enum.length <= 20 ? schema.enum : null;
}

export function joinOr(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** What a text must look like, in the model's own words where it has some that fit into a sentence. */
export function ruleInWords(schema: ModelSchema): string {
  if (schema.title !== undefined) return `must be ${schema.title}`;
  const sentence = /^(.*?)[.;](?:\s|$)/s.exec(`${schema.description ?? ''} `)?.[1] ?? '';
  if (/^(?:A|An|One)\s/.test(sentence))
    return `must be ${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replaceAll(/\s+/g, ' ')}`;
  if (schema.pattern !== undefined) return `must match the pattern \`${schema.pattern}\``;
  return 'must be one of the values listed in the reference';
}

/** What YAML 1.1 reads as true and false, and YAML 1.2 as text. */
export const oldBooleans: ReadonlyMap<string, boolean> = new Map([
  ['on', true],
  ['yes', true],
  ['y', true],
  ['off', false],
  ['no', false],
  ['n', false],
]);

/**
 * What to do when a value has the wrong type, in an entry of a list or a field; undefined when there is nothing obvious.
 * `written`: the digits of a number, as they stand in the file.
 */
export function typeHint(
  node: SchemaNode,
  value: Json,
  { isEntry, written }: { readonly isEntry: boolean; readonly written?: string },
): string | undefined {
  const types = (node.branches.length > 0 ? node.branches : [node]).flatMap((branch) => typesOf(branch.schema));
  if (typeof value === 'string') {
    const meant = oldBooleans.get(value.toLowerCase());
    if (types.includes('boolean') && meant !== undefined) {
      return `Write \`${meant}\`: \`${value}\` is text in YAML 1.2.`;
    }
    if (types.includes('boolean') && /^(?:true|false)$/i.test(value)) return 'Remove the quotes.';
    if ((types.includes('number') || types.includes('integer')) && /^[-+]?[0-9]+(?:\.[0-9]+)?$/.test(value))
      return 'Remove the quotes.';
  } else if (types.includes('string') && (typeof value === 'number' || typeof value === 'boolean')) {
    return textHint(node, written ?? String(value));
  } else if (types.includes('string') && isJsonObject(value) && looksLikeTemplate(value)) {
    return 'Put quotes around it: braces begin a mapping in YAML.';
  }
  if (types.includes('array') && (typeof value === 'string' || typeof value === 'number'))
    return listHint(typeof value === 'number' ? (written ?? String(value)) : inFlow(value));
  if (!types.includes('string') || jsonTypeOf(value) !== 'null') return undefined;
  const takesEmpty = (node.branches.length > 0 ? node.branches : [node]).some(
    ({ schema }) => schema.type === 'string' && fits(schema, ''),
  );
  const [where, what] = isEntry ? ['here', 'entry'] : ['after the colon', 'field'];
  return takesEmpty
    ? `Write '' for a text without characters, or remove the ${what}.`
    : `Write a value ${where}, or remove the ${what}.`;
}

/** Nobody needs to see a long text twice. */
function listHint(entry: string): string {
  return entry.length > 80 ? 'Put it in a list.' : `Put it in a list: [${entry}].`;
}

/** Quotes make a text of a number, unless the text would have to look different anyway. */
function textHint(node: SchemaNode, text: string): string | undefined {
  const schemas = (node.branches.length > 0 ? node.branches : [node]).map(({ schema }) => schema);
  const texts = schemas.filter((schema) => typesOf(schema).includes('string'));
  if (texts.some((schema) => fits(schema, text))) return `Put quotes around it: '${text}'.`;
  const withUnit = [`${text}d`, `${text}h`, `${text}m`];
  if (texts.some((schema) => schema.pattern !== undefined && withUnit.every((length) => fits(schema, length)))) {
    return `Add a unit: ${joinOr(withUnit.map(quote))}.`;
  }
  return undefined;
}

function fits(
  { pattern, minLength, maxLength, enum: values, 'x-reference': kind, ...schema }: ModelSchema,
  text: string,
): boolean {
  if (text === '' && (kind !== undefined || schema['x-local-reference'] !== undefined)) return false;
  return (
    (pattern === undefined || new RegExp(pattern, 'u').test(text)) &&
    (minLength === undefined || text.length >= minLength) &&
    (maxLength === undefined || text.length <= maxLength) &&
    (values === undefined || values.includes(text))
  );
}

/** `{{ name }}` without quotes is read as a mapping whose key is a mapping, which leaves nothing behind. */
function looksLikeTemplate(value: object): boolean {
  return Object.keys(value).length === 0;
}
