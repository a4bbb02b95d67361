import { cutText } from '../cut-text.ts';
import { escapeValue } from './escape.ts';

type Value = string | number | undefined;

/** Keys with their values, in the order in which they are added. What has no value is left out. */
export class Fields {
  text = '';

  /**
   * @param longest what the specification allows: of a longer value there is the beginning, which ends in an ellipsis
   * @param value a number is an integer
   */
  add(key: string, longest: number, value: Value): void {
    if (value === undefined || value === '') return;
    // By `toFixed`, since V8 keeps what it makes of a number otherwise for the next time, and there is none.
    const written = typeof value === 'number' ? value.toFixed(0) : escapeValue(cutText(value, longest));
    this.text += this.text === '' ? `${key}=${written}` : ` ${key}=${written}`;
  }

  /** A key that says what it holds by a second one; neither without the other. */
  addLabelled(key: string, longest: number, label: string, value: Value): void {
    if (value === undefined || value === '') return;
    this.add(`${key}Label`, 1023, label);
    this.add(key, longest, value);
  }
}
