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
  /^(?:(?:0|[1-9]\d{0,14})\.){2}(?:0|[1-9]\d{0,14})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/u;

/** A whole version such as 2.4.0 or 2.4.0-beta.1, with nothing left out and no number that begins with 0. */
export function isWholeVersion(text: string): boolean {
  const [found, pre] = wholeVersion.exec(text) ?? [];
  if (found === undefined || text.length > 190) return false;
  return pre === undefined || pre.split('.').every((part) => part !== '' && !/^0\d+$/u.test(part));
}

/** Milliseconds since 1970 as a moment in a file. @throws Inexpressible where there is no such moment */
export function momentText(milliseconds: number): string {
  const date = new Date(milliseconds);
  const year = Number.isNaN(date.getTime()) ? -1 : date.getUTCFullYear();
  if (year < 0 || year > 9999) throw new Inexpressible('a moment lies outside the calendar');
  return date.toISOString();
}
