import { isOldBoolean } from './read-scalar.ts';
import { plainScalarValue } from './scalar.ts';

/** In single quotes, as YAML writes them. Only for texts of one line. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * A text as an entry of `[a, b]`: in quotes wherever it would mean something else without them, or could be
 * thought to. More is quoted than has to be.
 */
export function inFlow(text: string): string {
  if (/^[\p{L}_](?:[\p{L}\p{N}_./-]|:(?=[\p{L}\p{N}_])| (?=[\p{L}\p{N}_]))*$/u.test(text) && isText(text)) return text;
  return /^[\p{L}\p{N}\p{P}\p{S} ]*$/u.test(text) ? singleQuoted(text) : JSON.stringify(text);
}

function isText(text: string): boolean {
  return plainScalarValue(text) === text && !isOldBoolean(text);
}
