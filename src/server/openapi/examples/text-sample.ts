import { canonicalJson } from '../../../engine/canonical-json.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { numberOf, textOf } from '../../../engine/json-fields.ts';
import { reportedDateTime } from '../../date-time.ts';
import { patternText } from './pattern-text.ts';
import { anyWords, formatted, idBody, wordsFor } from './words.ts';

/** Longer ones are not made up. */
const longest = 1000;

/**
 * A text that fits the schema: what is known of its format, an id with the prefix that its description shows, or the
 * likeliest word for a field of that name; else one made of its pattern or its length.
 *
 * @throws RangeError when none is found.
 */
export function textSample(schema: JsonObject, name: string): string {
  const format = textOf(schema['format']) ?? '';
  const known = formatted.get(format === reportedDateTime ? 'date-time' : format);
  if (known !== undefined) return known;
  const prefix = /^`([a-z]{2,4}_)…`/u.exec(textOf(schema['description']) ?? '')?.[1];
  const likely = [...(prefix === undefined ? [] : [`${prefix}${idBody}`]), ...wordsFor(name), ...anyWords];
  const fitting = likely.find((word) => typeof word === 'string' && fits(schema, word)) ?? madeText(schema);
  if (typeof fitting === 'string') return fitting;
  throw new RangeError(`no example is known of ${name}: write one as its \`examples\`; ${canonicalJson(schema)}`);
}

/** The same with a number, for a list whose texts differ; the text itself where that does not fit. */
export function otherText(schema: JsonObject, text: string, number: number): string {
  const others = [`${text}-${number}`, `${text}${number}`, `${text.slice(0, -1)}${number}`];
  return others.find((other) => textOf(schema['format']) === undefined && fits(schema, other)) ?? text;
}

function madeText(schema: JsonObject): string | undefined {
  const pattern = textOf(schema['pattern']);
  if (pattern !== undefined) return patternText(pattern, (text) => fits(schema, text));
  const most = Math.min(numberOf(schema['maxLength']) ?? longest, longest);
  const least = Math.min(numberOf(schema['minLength']) ?? 1, most);
  const made = 'acme '
    .repeat(least)
    .slice(0, Math.min(Math.max(least, 4), most))
    .trimEnd()
    .padEnd(least, '.');
  return fits(schema, made) ? made : undefined;
}

/** Lengths are those of JSON Schema, in characters of Unicode. */
function fits(schema: JsonObject, word: string): boolean {
  const pattern = textOf(schema['pattern']);
  const { length } = Array.from(word);
  if (length < (numberOf(schema['minLength']) ?? 0) || length > (numberOf(schema['maxLength']) ?? length)) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(word);
}
