import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';
import { listOf, textOf } from '../../../../engine/json-fields.ts';
import { childPointer } from '../../../../engine/pointer.ts';

export interface ValueMistake {
  /** Into the value. */
  readonly pointer: string;
  /** What is expected there. */
  readonly message: string;
}

const longestText = 200;
const exceeded = ['refuse', 'allow', 'bill'];

/** What each type of Entitlement takes on a plan, in words. */
const expected: { readonly [type: string]: string } = {
  switch: 'a switch takes `true` or `false`',
  quantity: 'a quantity takes a number from 0, `unlimited`, or `{ limit, whenExceeded }`',
  range: 'a range takes `{ min, max, whenExceeded }`, such as `{ min: 1, max: 50 }`',
  custom: `a custom entitlement takes a text of 1 to ${longestText} characters`,
};

/**
 * What is wrong with the form of a value that an entitlement of this body is to have. The schema of a request cannot
 * say it: which form is the right one depends on the entitlement.
 */
export function mistakeIn(body: JsonObject, value: Json): ValueMistake | undefined {
  const type = textOf(body['type']) ?? '';
  if (isJsonObject(value) && (type === 'quantity' || type === 'range')) return mistakeInFields(value, type);
  if (isPlain(value, type)) return undefined;
  const wanted = levelsOf(body, type) ?? expected[type] ?? 'its type is none';
  return { pointer: '', message: `The value is ${nameOf(value)}; ${wanted}.` };
}

/** A value that is written without fields. */
function isPlain(value: Json, type: string): boolean {
  switch (type) {
    case 'switch':
      return typeof value === 'boolean';
    case 'quantity':
      // Which text, and how near it comes to the right one, is said with the files.
      return isAmount(value) || isText(value);
    case 'custom':
      return isText(value);
    default:
      return false;
  }
}

function levelsOf(body: JsonObject, type: string): string | undefined {
  const levels = listOf(body['levels']).filter((level) => typeof level === 'string');
  if (type !== 'custom' || levels.length === 0) return undefined;
  return `a custom entitlement takes one of its levels: ${levels.map((level) => `\`${level}\``).join(', ')}`;
}

function mistakeInFields(value: JsonObject, type: string): ValueMistake | undefined {
  if (Object.keys(value).length === 0) {
    return { pointer: '', message: `The value is an object without fields; ${expected[type] ?? ''}.` };
  }
  for (const [field, given] of Object.entries(value)) {
    const wanted = Object.hasOwn(fields, field) ? fields[field] : undefined;
    const pointer = childPointer('', field);
    if (wanted === undefined) return { pointer, message: `There is no such field; ${expected[type] ?? ''}.` };
    if (!wanted.fits(given)) {
      return { pointer, message: `\`${field}\` is ${nameOf(given)}; it takes ${wanted.words}.` };
    }
  }
  return undefined;
}

/** Of quantities and ranges alike: which of them is for which, the files' own check says. */
const fields: { readonly [name: string]: { readonly words: string; readonly fits: (value: Json) => boolean } } = {
  limit: { words: 'a number from 0, or `unlimited`', fits: (value) => isAmount(value) || value === 'unlimited' },
  min: { words: 'a number from 0', fits: isAmount },
  max: { words: 'a number from 0, or `unlimited`', fits: (value) => isAmount(value) || value === 'unlimited' },
  whenExceeded: {
    words: exceeded.map((one) => `\`${one}\``).join(', '),
    fits: (value) => typeof value === 'string' && exceeded.includes(value),
  },
};

function isAmount(value: Json): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isText(value: Json): boolean {
  return typeof value === 'string' && value !== '' && Array.from(value).length <= longestText;
}

/** Which kind of value it is; never the value itself, but for a number. */
function nameOf(value: Json): string {
  if (value === null) return '`null`';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'boolean') return `\`${String(value)}\``;
  if (typeof value === 'number') return Number.isFinite(value) ? `the number ${value}` : 'a number without end';
  if (typeof value === 'object') return 'an object';
  return value === '' ? 'an empty text' : isText(value) ? 'a text' : `a text of more than ${longestText} characters`;
}
