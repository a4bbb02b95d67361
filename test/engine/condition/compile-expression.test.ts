import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import {
  compileExpression,
  expressionLimits,
  type ExpressionProgram,
  type TextPlace,
} from '../../../src/engine/condition/compile-expression.ts';
import { createEvaluator } from '../../../src/components/features/evaluation/index.ts';
import { makeRuleset } from '../../../src/components/features/ruleset/make-ruleset.ts';
import { longRun } from '../../support/long-run.ts';

/** Whether the program matches anywhere: all ways at once, spelled out as simply as can be. */
function matches({ code, start }: ExpressionProgram, text: string): boolean {
  const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  let ways = new Set<number>();
  for (let at = 0; at <= characters.length; at += 1) {
    const reached = new Set<number>();
    const waiting = [...ways, start];
    for (let pc = waiting.pop(); pc !== undefined; pc = waiting.pop()) {
      const step = code[pc];
      if (step === undefined || reached.has(pc)) continue;
      reached.add(pc);
      if (step.op === 'match') return true;
      if (step.op === 'split') waiting.push(step.to, step.or);
      if (step.op === 'at' && isSuch(step.place, characters, at)) waiting.push(step.to);
    }
    const character = characters[at] ?? -1;
    ways = new Set(
      [...reached].flatMap((pc) => {
        const step = code[pc];
        return step?.op === 'char' && isIn(character, step.ranges) ? [step.to] : [];
      }),
    );
  }
  return false;
}

function isIn(character: number, ranges: readonly number[]): boolean {
  return ranges.some((from, index) => index % 2 === 0 && from <= character && character <= (ranges[index + 1] ?? -1));
}

function isSuch(place: TextPlace, characters: readonly number[], at: number): boolean {
  const [before = 10, after = 10] = [characters[at - 1], characters[at]];
  const isBoundary = isWord(before) !== isWord(after);
  const holds: { readonly [place in TextPlace]: boolean } = {
    'text-begin': at === 0,
    'text-end': at === characters.length,
    'line-begin': before === 10,
    'line-end': after === 10,
    boundary: isBoundary,
    'no-boundary': !isBoundary,
  };
  return holds[place];
}

function isWord(character: number): boolean {
  return /^\w$/.test(String.fromCodePoint(character));
}

/** What a flag with the pattern as its only condition answers. */
function evaluated(pattern: string, ignoreCase: boolean, text: string): unknown {
  const rules = [{ if: { 'user.text': { matches: pattern, ignoreCase } }, serve: 'on' }];
  const body = { variations: { on: true, off: false }, rules };
  const ruleset = makeRuleset({
    environment: 'e',
    revision: 1,
    madeAt: 0,
    resources: [{ kind: 'Flag', key: 'x', body }],
  });
  return createEvaluator(ruleset).variation<unknown>('x', { user: { text } }, null);
}

const atoms = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'K',
    'k',
    'ſ',
    's',
    'é',
    'Ǆ',
    'ǆ',
    '😀',
    '.',
    '\\d',
    '\\W',
    '\\pL',
    '\\s',
    '[a-cx]',
    '[^b]',
  ),
  fc.constantFrom(
    '^',
    '$',
    '\\A',
    '\\z',
    '\\b',
    '\\B',
    '(?i)',
    '(?s).',
    '(?m)^',
    '(?m)$',
    '[[:upper:]]',
    '\\.',
    '\\x{1F600}',
  ),
);
const patterns = fc.letrec<{ readonly pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atoms,
    fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `${left}${right}`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(?:${left}|${right})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '*?', '{2}', '{0,2}', '{1,}'))
      .map(([inner, times]) => `(${inner})${times}`),
  ),
})).pattern;
const texts = fc.string({ unit: fc.constantFrom(...Array.from('abcKkKsSſéÉǄǅǆ😀\n .1xX_')), maxLength: 12 });

describe('compileExpression', () => {
  it('matches what RE2 matches, whatever the pattern and the text', () => {
    fc.assert(
      fc.property(patterns, texts, fc.boolean(), (pattern, text, ignoreCase) => {
        const { problem, program } = compileExpression(pattern, { ignoreCase });
        const expected = RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0)
          .matcher(text)
          .find();
        expect(problem).toBeUndefined();
        expect(program !== undefined && matches(program, text)).toBe(expected);
        expect(evaluated(pattern, ignoreCase, text)).toBe(expected);
      }),
      { numRuns: longRun ? 50_000 : 600 },
    );
  });

  it.each([
    ['(', 'missing closing ): ('],
    ['*', 'missing argument to repetition operator: *'],
    ['[b-a]', 'invalid character class range: b-a'],
    ['(?=a)', 'look-around is not available'],
    ['(?<!a)b', 'look-around is not available'],
    ['(a)\\1', 'back references are not available'],
    ['(?<x>a)\\k<x>', 'back references are not available'],
    ['a{1001}', 'invalid repeat count: {1001}'],
    ['(?:ab){600}', `it takes 1201 instructions, and ${expressionLimits.instructions} are the most`],
    ['\\pL{20}', `it takes 13680 ranges of characters, and ${expressionLimits.ranges} are the most`],
  ])('says why %s cannot be used', (pattern, problem) => {
    expect(compileExpression(pattern)).toEqual({ problem });
  });

  it('keeps nothing of groups, and a pattern that never matches small', () => {
    expect(compileExpression('(a)').program?.code).toEqual([{ op: 'char', ranges: [97, 97], to: 1 }, { op: 'match' }]);
    expect(compileExpression('[^\\x00-\\x{10FFFF}]').program?.code).toEqual([{ op: 'char', ranges: [], to: 0 }]);
  });
});
