import { lowerIn, upperIn } from '../read.ts';
import type { ValueCheck } from './value-check.ts';

/** Of a moment: milliseconds since 1970, a day or moment as text, or a `Date` of the language. */
export function compileDate(source: object): ValueCheck {
  const isWithin = momentCheck(source);
  return (value) => {
    if (typeof value === 'number') return isWithin(value);
    if (typeof value === 'string') return isWithin(momentOf(value));
    return value instanceof Date && isWithin(value.getTime());
  };
}

/** From `after`, inclusive, to `before`, exclusive. What is no moment (`NaN`) lies nowhere. */
export function momentCheck(source: object): (moment: number) => boolean {
  const after = lowerIn(source, 'after');
  const before = upperIn(source, 'before');
  return (moment) => moment >= after && moment < before;
}

const written = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-]\d\d):(\d\d)))?$/u;

/**
 * Milliseconds since 1970 of `2027-01-31` or `2027-01-31T09:00:00.5Z`, with an offset or `Z`; `NaN` for anything else.
 * What is finer than a millisecond is cut off. Not `Date.parse`: what that accepts beyond this differs between engines
 * and between languages.
 */
export function momentOf(text: string): number {
  const parts = written.exec(text);
  if (parts === null) return Number.NaN;
  const [, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  const [, , , , , , , decimals = '', offsetHour = '+00', offsetMinute = '00'] = parts;
  const isTime =
    hour < 24 && minute < 60 && second < 60 && Math.abs(Number(offsetHour)) < 24 && Number(offsetMinute) < 60;
  const midnight = midnightOf(year, month, day);
  if (!isTime || !(day >= 1 && month >= 1 && month <= 12 && midnight < midnightOf(year, month + 1, 1)))
    return Number.NaN;
  const offset = Number(offsetHour) * 60 + Number(`${offsetHour.charAt(0)}${offsetMinute}`);
  return midnight + ((hour * 60 + minute - offset) * 60 + second) * 1000 + Number(decimals.padEnd(3, '0').slice(0, 3));
}

/** By the Gregorian calendar, which repeats itself after 400 years: `Date.UTC` takes the years to 99 for those of 1900. */
function midnightOf(year: number, month: number, day: number): number {
  return Date.UTC(year + 400, month - 1, day) - 146_097 * 86_400_000;
}
