import type { Json } from '../../engine/json.ts';
import { joinOr, quote } from '../../engine/validate/wording.ts';
import { reportedDateTime } from '../date-time.ts';
import type { SchemaFinding } from '../request/schema-finding.ts';

const typeWords: { readonly [type: string]: string } = {
  null: 'null',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  string: 'a string',
  array: 'a list',
  object: 'an object',
};

const formatWords: { readonly [format: string]: string } = {
  'date-time': 'a date and time such as `2026-01-31T12:00:00Z`, with no leap second',
  [reportedDateTime]: 'a date and time such as `2026-01-31T12:00:00Z`',
  date: 'a date such as `2026-01-31`',
  email: 'an e-mail address',
  uri: 'an address such as `https://example.com/`',
};

/** What a value must be that breaks a rule of its schema, for a person: never the value itself. */
export function ruleInWords({ keyword, params, title, found, lacking }: SchemaFinding): string {
  const limit = Number(params['limit']);
  switch (keyword) {
    case 'required':
      return 'is missing';
    case 'additionalProperties':
      return 'is not a field of this operation';
    case 'dependentRequired':
      return `must stand beside \`${String(params['property'])}\``;
    case 'type':
      return `must be ${typesInWords(params['type'])}${found === undefined ? '' : `, this is ${typesInWords(found)}`}`;
    case 'enum':
      return `must be ${joinOr(shortList(params['allowedValues']).map(quote)) || 'one of the values that are allowed'}`;
    case 'const':
      return `must be ${quote(constOf(params['allowedValue']))}`;
    case 'format':
      return `must be ${title ?? formatWords[String(params['format'])] ?? 'of another form'}`;
    case 'pattern':
      return `must be ${title ?? (isOnlyNotBlank(params) ? 'more than spaces' : 'of another form')}`;
    case 'minLength':
      if (limit === 1) return 'must not be empty';
      return `must ${title === undefined ? `have at least ${limit} characters` : `be ${title}`}`;
    case 'maxLength':
      return `must have at most ${limit} character${limit === 1 ? '' : 's'}`;
    case 'minItems':
      return limit === 1 ? 'must not be empty' : `must have at least ${limit} entries`;
    case 'maxItems':
      return `must have at most ${limit} entr${limit === 1 ? 'y' : 'ies'}`;
    case 'minProperties':
      return `must have at least ${limit} field${limit === 1 ? '' : 's'}${lackingInWords(lacking, ': ')}`;
    case 'maxProperties':
      return `must have at most ${limit} field${limit === 1 ? '' : 's'}`;
    case 'uniqueItems':
      return 'must not have an entry twice';
    case 'minimum':
      return `must be ${limit} or more`;
    case 'maximum':
      return `must be ${limit} or less`;
    case 'exclusiveMinimum':
      return `must be more than ${limit}`;
    case 'exclusiveMaximum':
      return `must be less than ${limit}`;
    case 'multipleOf':
      return `must be a multiple of ${String(params['multipleOf'])}`;
    default:
      return 'does not fit this operation';
  }
}

/** Nothing where the fields of an operation are due. */
export function emptyInWords({ params, lacking }: SchemaFinding): string {
  return `is empty: it must be ${typesInWords(params['type'])}${lackingInWords(lacking, ' with ')}`;
}

function lackingInWords(lacking: SchemaFinding['lacking'], before: string): string {
  if (lacking === undefined || lacking.names.length === 0) return '';
  const { names, amongOthers } = lacking;
  return `${before}${joinAnd(names.map((name) => `\`${name}\``))}${amongOthers ? ', for example' : ''}`;
}

function joinAnd(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function isOnlyNotBlank({ pattern }: SchemaFinding['params']): boolean {
  return pattern === String.raw`\S`;
}

function typesInWords(type: unknown): string {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return joinOr(types.map((one) => typeWords[String(one)] ?? 'something else'));
}

/** More than these nobody reads; the answer has them all in its details. */
function shortList(values: unknown): readonly Json[] {
  if (!Array.isArray(values) || values.length > 20) return [];
  return values.map(constOf);
}

function constOf(value: unknown): Json {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
