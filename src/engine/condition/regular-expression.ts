import { compileExpression } from './compile-expression.ts';

/**
 * Why a regular expression cannot be used, or undefined. Patterns have RE2 syntax, so that no text can make
 * one run for ever.
 */
export function expressionProblem(pattern: string): string | undefined {
  return isPlain(pattern) ? undefined : compileExpression(pattern).problem;
}

/** Short enough to be within every limit, however it is compiled. */
const longestPlain = 200;

/**
 * Letters, digits, marks that mean nothing, escapes and classes that every language knows, each perhaps repeated:
 * most patterns are no more than that, and for these the package that knows all of RE2 need not be loaded.
 */
const plain = /^\^?(?:(?:[\w\-/@:%,=#&;~!<>'" ]|\\[.\-/@dDwWsS+*?]|\[(?:a-z|A-Z|0-9|[\w.@ ])+\])[+*?]?)*\$?$/;

function isPlain(pattern: string): boolean {
  return pattern.length <= longestPlain && plain.test(pattern);
}
