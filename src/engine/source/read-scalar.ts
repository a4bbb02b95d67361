import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { state, type Statement } from '../diagnostic/statement.ts';
import { compareDecimals, parseDecimal } from '../values/decimal.ts';
import type { ConstructionProblem } from './construction.ts';
import { tokenSpan } from './event-place.ts';
import { coreScalarTags, plainScalarValue, type ScalarValue, scalarText, taggedScalarValue } from './scalar.ts';

export interface ReadScalar {
  readonly value: ScalarValue;
  /** The digits as written, where printing the number would not give them back. */
  readonly digits?: string;
  /** The number that programs get is not quite the one that was written. */
  readonly isRounded?: boolean;
  readonly problem?: ConstructionProblem;
}

/** The value of a scalar event; with a problem, a value that does no harm. */
export function readScalar(source: string, event: ScalarEvent): ReadScalar {
  const text = scalarText(source, event);
  if (event.tagStart !== -1) return readTagged(source, event, text);
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED) return readQuoted(source, event, text);
  if (event.style !== SCALAR_STYLE.PLAIN) return { value: text };
  const value = plainScalarValue(text);
  if (typeof value !== 'number') return { value };
  if (!isExact(value, text)) {
    const statement = state('yaml/number', { text }, { hint: 'Put quotes around it if it is text.' });
    return { value: 0, problem: { ...(tokenSpan(source, event) ?? { from: 0, to: 0 }), statement } };
  }
  return withDigits(value, text);
}

/** `on`, `off`, `yes`, `no`, `y` and `n`: booleans to YAML 1.1. */
export function isOldBoolean(value: ScalarValue): boolean {
  return (
    typeof value === 'string' &&
    value.length < 4 &&
    'oOyYnN'.includes(value.charAt(0)) &&
    /^(?:on|off|yes|no|y|n)$/i.test(value)
  );
}

/** Only an escape in double quotes can bring what neither a database nor UTF-8 can carry. */
function readQuoted(source: string, event: ScalarEvent, text: string): ReadScalar {
  if (event.fast) return { value: text };
  const what = text.includes('\0') ? 'a zero character' : text.isWellFormed() ? undefined : 'half of a character';
  if (what === undefined) return { value: text };
  const statement = state('yaml/character', { what });
  return { value: text, problem: { ...(tokenSpan(source, event) ?? { from: 0, to: 0 }), statement } };
}

function readTagged(source: string, event: ScalarEvent, text: string): ReadScalar {
  const tag = source.slice(event.tagStart, event.tagEnd);
  const value = taggedScalarValue(tag, text);
  if (typeof value === 'number' && Number.isFinite(value)) return withDigits(value, text);
  if (value !== undefined && typeof value !== 'number') return { value };
  const statement = coreScalarTags.has(tag) ? state('yaml/tag-mismatch', { tag }) : unknownTag(tag);
  return { value: text, problem: { from: event.tagStart, to: event.tagEnd, statement } };
}

export function unknownTag(tag: string): Statement {
  return state('yaml/tag', { tag }, { hint: 'Leave it out: the models say which type a field has.' });
}

function withDigits(value: number, text: string): ReadScalar {
  if (String(value) === text) return { value };
  return isRounded(value, text) ? { value, digits: text, isRounded: true } : { value, digits: text };
}

/** Fifteen digits always survive. */
function isRounded(value: number, text: string): boolean {
  if (text.length <= 15) return false;
  const [written, kept] = [parseDecimal(text), parseDecimal(String(value))];
  return written !== null && kept !== null && compareDecimals(written, kept) !== 0;
}

/** Integers beyond 2^53 lose digits, and JSON knows neither infinity nor NaN. */
function isExact(value: number, text: string): boolean {
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value) || /[.eE]/.test(text));
}
