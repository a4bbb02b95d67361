import type { Json } from '../json.ts';
import type { Frame } from './construction.ts';

/** What stands in the place of a key. */
export function keyInWords(key: Exclude<Json, string>, written: string | undefined): string {
  if (key === null) return 'empty';
  if (typeof key === 'object') return Array.isArray(key) ? 'a list' : 'a mapping';
  return `the ${typeof key} ${written ?? key}`;
}

/** `1,000` inside braces is 1, and then a field `000`; `12,50` is 12, and then a field `50`. */
export function keyHint(
  { lastValue }: Frame,
  key: Exclude<Json, string>,
  written: string | undefined,
): string | undefined {
  if (key === null) return undefined;
  if (typeof key === 'object')
    return Array.isArray(key) ? undefined : 'Put quotes around the whole value: a brace begins a mapping in YAML.';
  const digits = written ?? String(key);
  if (typeof lastValue === 'number' && /^[0-9]{3}$/.test(digits)) {
    return `A comma separates fields here: write \`${lastValue}${digits}\` for a large number.`;
  }
  if (typeof lastValue === 'number' && /^[0-9]{1,2}$/.test(digits)) {
    return `A comma separates fields here: write \`${lastValue}.${digits}\` for a fraction, or '${digits}' for a name.`;
  }
  return `Put quotes around it: '${digits}'.`;
}
