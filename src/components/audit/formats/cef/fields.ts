import { cutText } from '../cut-text.ts';
import { escapeValue } from './escape.ts';

/**
 * A key with its value; what has no value is left out.
 *
 * @param key with the blank that divides it from what stands before, and all that always comes along: ` cs1Label=tenant cs1=`
 * @param longest what the specification allows: of a longer value there is the beginning, which ends in an ellipsis
 */
export function field(key: string, longest: number, value: string | undefined): string {
  return value === undefined || value === '' ? '' : key + escapeValue(cutText(value, longest));
}

/** The same of an integer. By `toFixed`, since V8 keeps what it makes of a number otherwise for the next time, and there is none. */
export function integerField(key: string, value: number | undefined): string {
  return value === undefined ? '' : key + value.toFixed(0);
}

/** Before the first of them there is no blank. */
export function joined(fields: string): string {
  return fields.startsWith(' ') ? fields.slice(1) : fields;
}
