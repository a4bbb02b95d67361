import { numberIn, optional } from '../read.ts';
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
  const after = optional(source, 'after', numberIn) ?? Number.NEGATIVE_INFINITY;
  const before = optional(source, 'before', numberIn) ?? Number.POSITIVE_INFINITY;
  return (moment) => moment >= after && moment < before;
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Milliseconds since 1970 of `2027-01-31` or `2027-01-31T09:00:00.5Z`, with an offset or `Z`; `NaN` for anything else.
 * Not `Date.parse`: what that accepts beyond this differs between engines and between languages.
 */
export function momentOf(text: string): number {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (!isAt(text, 4, '-') || !isAt(text, 7, '-') || !(month >= 1 && month <= 12)) return Number.NaN;
  if (!(day >= 1 && day <= daysIn(year, month))) return Number.NaN;
  const midnight = daysSince1970(year, month, day) * 86_400_000;
  return text.length === 10 ? midnight : midnight + timeOf(text);
}

/** From the `T`: hours and minutes, perhaps seconds with up to nine decimals, and where that is. */
function timeOf(text: string): number {
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  if (!isAt(text, 10, 'T') || !isAt(text, 13, ':') || !(hour <= 23) || !(minute <= 59)) return Number.NaN;
  let at = 16;
  let milliseconds = (hour * 60 + minute) * 60_000;
  if (isAt(text, at, ':')) {
    const second = digits(text, at + 1, 2);
    if (!(second <= 59)) return Number.NaN;
    milliseconds += second * 1000;
    at += 3;
    if (isAt(text, at, '.')) {
      const from = at + 1;
      for (at = from; digits(text, at, 1) >= 0; at += 1);
      const decimals = at - from;
      if (decimals === 0 || decimals > 9) return Number.NaN;
      // What is finer than a millisecond is cut off.
      for (let place = 0; place < 3 && place < decimals; place += 1) {
        milliseconds += digits(text, from + place, 1) * (place === 0 ? 100 : place === 1 ? 10 : 1);
      }
    }
  }
  return milliseconds - offsetAt(text, at);
}

function offsetAt(text: string, at: number): number {
  if (isAt(text, at, 'Z') && text.length === at + 1) return 0;
  const sign = isAt(text, at, '+') ? 1 : isAt(text, at, '-') ? -1 : Number.NaN;
  const hours = digits(text, at + 1, 2);
  const minutes = digits(text, at + 4, 2);
  if (!isAt(text, at + 3, ':') || text.length !== at + 6 || !(hours <= 23) || !(minutes <= 59)) return Number.NaN;
  return sign * (hours * 60 + minutes) * 60_000;
}

function isAt(text: string, at: number, character: string): boolean {
  return text.charCodeAt(at) === character.charCodeAt(0);
}

/** The number that so many digits make; `NaN` where there is anything else. */
function digits(text: string, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (daysOfMonths[month - 1] ?? 0);
}

/** By the Gregorian calendar, with years that begin in March, so that the leap day is the last. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
