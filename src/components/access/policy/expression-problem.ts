import { ParseError, TypeError } from '@marcbachmann/cel-js';
import { didYouMean } from '../../../engine/validate/did-you-mean.ts';
import { type AskedAttribute, askedAttributes } from './asked-attributes.ts';
import { availableFunctions, maximumLoops, shapeOf } from './expression-bounds.ts';
import { identifiers, theLanguage } from './expression-language.ts';
import { inLanguage, inWords } from './expression-wording.ts';
import { readPlain } from './plain-expression.ts';

/** A mistake in an expression. */
export interface ExpressionProblem {
  /** For people, a sentence without the expression itself. */
  readonly message: string;
  readonly hint?: string;
  /** Where in the text it begins, counted in UTF-16 units. */
  readonly at: number;
}

/** What is to be known of an expression before anybody asks it. */
export interface ExaminedExpression {
  readonly problem: ExpressionProblem | undefined;
  /** What it asks for of the resource; nothing where there is a problem. */
  readonly asks: readonly AskedAttribute[];
}

/** Looks at an expression of a model. */
export function examineExpression(text: string): ExaminedExpression {
  const asks = readPlain(text);
  return asks === null ? examineInLanguage(text) : { problem: undefined, asks };
}

/** What is wrong with an expression, or undefined. */
export function findProblem(text: string): ExpressionProblem | undefined {
  return examineInLanguage(text).problem;
}

/** The same of any expression, by the language itself. */
export function examineInLanguage(text: string): ExaminedExpression {
  try {
    const parsed = theLanguage().parse(text);
    // Looked at before it is checked, which expands loops into other things.
    const { loops, refused } = shapeOf(parsed.ast);
    if (refused !== undefined) return wrong(refusedFunction(refused));
    if (loops > maximumLoops) return wrong({ message: tooManyLoops(loops), at: 0 });
    const asks = askedAttributes(parsed.ast);
    const { error, type = '' } = parsed.check();
    if (error !== undefined) return wrong(problemFrom(error, text));
    if (type === 'bool' || type === 'dyn') return { problem: undefined, asks };
    return wrong({ message: `It gives \`${inLanguage(type)}\`, and not true or false.`, at: 0 });
  } catch (error) {
    return wrong(problemFrom(error, text));
  }
}

function wrong(problem: ExpressionProblem): ExaminedExpression {
  return { problem, asks: [] };
}

function problemFrom(error: unknown, text: string): ExpressionProblem {
  if (!(error instanceof ParseError || error instanceof TypeError)) return { message: 'It cannot be read.', at: 0 };
  const { start: at, end } = error.range ?? { start: 0, end: 0 };
  switch (error.code) {
    case 'unexpected_token':
    case 'expected_token':
    case 'unexpected_character':
      return at >= text.length
        ? { message: 'It ends before it is complete.', at }
        : unexpected(text.slice(at, end), at);
    case 'unknown_variable':
      return unknownIdentifier(text.slice(at, end), at);
    case 'no_matching_overload':
      return { message: `${inWords(error.summary)}.`, ...functionHint(text.slice(at, end)), at };
    case 'limit_exceeded':
      return { message: 'It is too large to be told quickly.', at };
    default:
      return { message: `${inWords(error.summary)}.`, at };
  }
}

function unexpected(found: string, at: number): ExpressionProblem {
  const instead = spellings.get(found);
  return {
    message: `\`${found}\` is not expected here.`,
    ...(instead === undefined ? {} : { hint: `Write \`${instead}\`.` }),
    at,
  };
}

/** How other languages write what is written otherwise here. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['=', '=='],
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['&', '&&'],
  ['|', '||'],
]);

function unknownIdentifier(name: string, at: number): ExpressionProblem {
  const known = `Known are ${identifiers.map((identifier) => `\`${identifier}\``).join(', ')}.`;
  return { message: `\`${name}\` is not known here.`, hint: didYouMean(name, identifiers) ?? known, at };
}

function functionHint(call: string): { readonly hint?: string } {
  const [, name = ''] = /([A-Za-z_]+)\([^(]*$/.exec(call) ?? [];
  const hint = availableFunctions.includes(name) ? undefined : didYouMean(name, availableFunctions);
  return hint === undefined ? {} : { hint };
}

function refusedFunction({ name, at }: { readonly name: string; readonly at: number }): ExpressionProblem {
  const message = `\`${name}\` is not available here.`;
  const hint = name === 'matches' ? withoutPatterns : didYouMean(name, availableFunctions);
  return { message, ...(hint === undefined ? {} : { hint }), at };
}

const withoutPatterns =
  'A pattern may take for ever on a text that suits it. Use `startsWith`, `endsWith` or `contains`.';

function tooManyLoops(loops: number): string {
  return `It has ${loops} loops within or after one another, and ${maximumLoops} are the most.`;
}
