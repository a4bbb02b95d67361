import { Inexpressible } from './inexpressible.ts';
import { patternOf } from './texts.ts';

/**
 * A pattern of JavaScript that finds the same here. What only one of the two knows as something special, the other
 * reads as letters or not at all. @throws Inexpressible
 */
export function scriptPatternOf(pattern: string): string {
  if (!isPattern(pattern)) throw new Inexpressible(`the pattern \`${pattern}\` is none in JavaScript`);
  const usable = patternOf(pattern);
  if (special.test(pattern.replaceAll(alike, '_')))
    throw new Inexpressible(`the pattern \`${pattern}\` means something else in JavaScript`);
  return usable;
}

/** Escapes that both know. */
const alike = /\\(?:[bBdDfnrsStvwW]|x[0-9A-Fa-f]{2}|[^0-9A-Za-z])/gu;

/** Another escape, an empty class, a class by name, a group that sets a mode, or more than 16 bits to a character. */
const special = /\\|\[\^?\]|\[:|\(\?(?![:<])|[\u{10000}-\u{10ffff}]/u;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
