import { RE2JS } from 're2js';

/**
 * A regular expression as instructions of a machine that follows all ways at once, so that no text makes it slow.
 * An instruction names those it goes on at by their index.
 */
export interface ExpressionProgram {
  readonly start: number;
  readonly code: readonly ExpressionStep[];
}

export type ExpressionStep =
  /** Goes on at both. */
  | { readonly op: 'split'; readonly to: number; readonly or: number }
  /** Reads one character (a code point) that lies in one of the ranges: `[from, to, from, to …]`, inclusive. */
  | { readonly op: 'char'; readonly ranges: readonly number[]; readonly to: number }
  /** Goes on where the place in the text is such. */
  | { readonly op: 'at'; readonly place: TextPlace; readonly to: number }
  | { readonly op: 'match' };

export type TextPlace = 'text-begin' | 'text-end' | 'line-begin' | 'line-end' | 'boundary' | 'no-boundary';

export type CompiledExpression =
  | { readonly program: ExpressionProgram; readonly problem?: never }
  /** Half a sentence for people: `missing closing ): (`. */
  | { readonly problem: string; readonly program?: never };

/** What an SDK must keep in memory for one expression, and what a hostile text may cost: so much and no more. */
export const expressionLimits = { instructions: 1_000, ranges: 10_000 } as const;

/** RE2's syntax and meaning, read and compiled by its port. */
export function compileExpression(
  pattern: string,
  options: { readonly ignoreCase?: boolean } = {},
): CompiledExpression {
  try {
    const compiled: unknown = RE2JS.compile(options.ignoreCase === true ? `(?i)${pattern}` : pattern).re2().prog;
    if (!isProgram(compiled)) throw new TypeError('the package re2js no longer keeps programs as it did');
    return withinLimits(instructionsOf(compiled));
  } catch (error) {
    if (error instanceof Error && error.message.startsWith(mistake)) return { problem: problemOf(error.message) };
    throw error;
  }
}

function withinLimits(program: ExpressionProgram): CompiledExpression {
  const { code } = program;
  if (code.length > expressionLimits.instructions)
    return { problem: `it takes ${code.length} instructions, and ${expressionLimits.instructions} are the most` };
  const ranges = code.reduce((sum, step) => sum + (step.op === 'char' ? step.ranges.length / 2 : 0), 0);
  if (ranges <= expressionLimits.ranges) return { program };
  return { problem: `it takes ${ranges} ranges of characters, and ${expressionLimits.ranges} are the most` };
}

const mistake = 'error parsing regexp: ';

function problemOf(message: string): string {
  const detail = message.slice(mistake.length).replaceAll('`', '');
  if (/\(\?<?[=!]/u.test(detail)) return 'look-around is not available';
  if (/invalid escape sequence: \\(?:[1-9]|k)$/u.test(detail)) return 'back references are not available';
  return detail;
}

/** What is read of a program of the package, whose types say nothing of it. */
interface Re2Program {
  readonly start: number;
  readonly inst: readonly Re2Instruction[];
}

interface Re2Instruction {
  readonly op: number;
  readonly out: number;
  readonly arg: number;
  readonly runes: ArrayLike<number>;
}

function isProgram(value: unknown): value is Re2Program {
  return (
    typeof value === 'object' && value !== null && 'start' in value && 'inst' in value && Array.isArray(value.inst)
  );
}

/** As the package numbers them. */
const ops = {
  alt: 1,
  altMatch: 2,
  capture: 3,
  emptyWidth: 4,
  fail: 5,
  match: 6,
  nop: 7,
  rune: 8,
  any: 10,
  anyNotNewline: 11,
};

const places: readonly (readonly [number, TextPlace])[] = [
  [1, 'line-begin'],
  [2, 'line-end'],
  [4, 'text-begin'],
  [8, 'text-end'],
  [16, 'boundary'],
  [32, 'no-boundary'],
];

const foldsCase = 1;
const lastCodePoint = 0x10ffff;

/** Renumbered from the start on: groups and steps that do nothing are gone, and so is what is never reached. */
function instructionsOf({ inst, start }: Re2Program): ExpressionProgram {
  const numbers = new Map<number, number>();
  const order: number[] = [];
  const numberOf = (pc: number): number => {
    const real = skipNothing(pc, inst);
    const known = numbers.get(real);
    if (known !== undefined) return known;
    numbers.set(real, order.length);
    order.push(real);
    return order.length - 1;
  };
  const first = numberOf(start);
  const code: ExpressionStep[] = [];
  // Grows while it is read.
  for (const pc of order) code.push(stepOf(instructionAt(pc, inst), numberOf));
  return { start: first, code };
}

function skipNothing(pc: number, inst: readonly Re2Instruction[]): number {
  let at = pc;
  for (
    let { op, out } = instructionAt(at, inst);
    op === ops.capture || op === ops.nop;
    { op, out } = instructionAt(at, inst)
  )
    at = out;
  return at;
}

function instructionAt(pc: number, inst: readonly Re2Instruction[]): Re2Instruction {
  const found = inst[pc];
  if (found === undefined) throw new RangeError(`a program without an instruction ${pc}`);
  return found;
}

function stepOf({ arg, op, out, runes }: Re2Instruction, numberOf: (pc: number) => number): ExpressionStep {
  switch (op) {
    case ops.alt:
    case ops.altMatch:
      return { op: 'split', to: numberOf(out), or: numberOf(arg) };
    case ops.emptyWidth:
      return { op: 'at', place: placeOf(arg), to: numberOf(out) };
    case ops.match:
      return { op: 'match' };
    case ops.fail:
      return { op: 'char', ranges: [], to: 0 };
    case ops.any:
      return { op: 'char', ranges: [0, lastCodePoint], to: numberOf(out) };
    case ops.anyNotNewline:
      return { op: 'char', ranges: [0, 9, 11, lastCodePoint], to: numberOf(out) };
    case ops.rune:
    case ops.rune + 1:
      return { op: 'char', ranges: rangesOf(Array.from(runes), arg), to: numberOf(out) };
    default:
      throw new RangeError(`an instruction ${op} in a program`);
  }
}

function placeOf(bit: number): TextPlace {
  const place = places.find(([known]) => known === bit);
  if (place === undefined) throw new RangeError(`an instruction for the place ${bit} in a program`);
  return place[1];
}

/** A single character is kept without a range, and perhaps with all that differ from it in case only. */
function rangesOf(runes: readonly number[], flags: number): readonly number[] {
  const [only] = runes;
  if (runes.length !== 1 || only === undefined) return runes;
  return (flags & foldsCase) === 0 ? [only, only] : foldedRanges(only);
}

/** The package tells which characters are alike only in classes, and only keeps one of two as a class. */
function foldedRanges(codePoint: number): readonly number[] {
  const asClass: unknown = RE2JS.compile(`(?i)[\\x{0}\\x{${codePoint.toString(16)}}]`).re2().prog;
  const found = isProgram(asClass) ? asClass.inst.find(({ op }) => op === ops.rune) : undefined;
  if (found === undefined) throw new RangeError(`no class for the character ${codePoint}`);
  return Array.from(found.runes).slice(2);
}
