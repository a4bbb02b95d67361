import { compileExpression } from '../../../engine/condition/compile-expression.ts';
import { Inexpressible } from './inexpressible.ts';

/** A pattern that can be used here as it stands. @throws Inexpressible */
export function patternOf(pattern: string): string {
  const { problem } = compileExpression(pattern);
  if (pattern === '' || problem !== undefined)
    throw new Inexpressible(
      `the pattern \`${pattern}\` cannot be used here${problem === undefined ? '' : `: ${problem}`}`,
    );
  return pattern;
}

const wholeVersion =
  /^(0|[1-9]\d{0,15})\.(0|[1-9]\d{0,15})\.(0|[1-9]\d{0,15})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/u;

/**
 * A whole version such as 2.4.0 or 2.4.0-beta.1, with nothing left out and no number that begins with 0.
 * @throws Inexpressible where it is longer than a file may say
 */
export function isWholeVersion(text: string): boolean {
  if (text.length > 190) throw new Inexpressible('a version is too long');
  const [found, major, minor, patch, pre] = wholeVersion.exec(text) ?? [];
  if (found === undefined || ![major, minor, patch].every((part) => Number.isSafeInteger(Number(part)))) return false;
  return pre === undefined || pre.split('.').every((part) => part !== '' && !/^0\d+$/u.test(part));
}

/** Milliseconds since 1970 as a moment in a file. @throws Inexpressible where there is no such moment */
export function momentText(milliseconds: number): string {
  const date = new Date(milliseconds);
  const year = Number.isNaN(date.getTime()) ? -1 : date.getUTCFullYear();
  if (year < 0 || year > 9999) throw new Inexpressible('a moment lies outside the calendar');
  return date.toISOString();
}
