import type { JsonObject } from '../json.ts';
import { parsePointer, valueAt } from '../pointer.ts';
import type { Finding } from '../validate/finding.ts';
import { placeholdersIn } from '../values/placeholder.ts';

/** A mistake in a value that a variable brought names the variable: that is what its author sees in the file. */
export function withVariables<Found extends Finding>(finding: Found, written: JsonObject): Found {
  const text = valueAt(written, parsePointer(finding.pointer));
  if (typeof text !== 'string' || !text.includes('${') || finding.code.startsWith('variable/')) return finding;
  const names = placeholdersIn(text)
    .filter(({ namespace }) => namespace === 'vars')
    .map((one) => `\`${one.text}\``);
  if (names.length === 0) return finding;
  const hint = `The value comes from ${[...new Set(names)].join(' and ')}.`;
  return { ...finding, hint: finding.hint === undefined ? hint : `${hint} ${finding.hint}` };
}
