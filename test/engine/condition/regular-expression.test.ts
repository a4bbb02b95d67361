import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/engine/condition/compile-expression.ts';
import { expressionProblem } from '../../../src/engine/condition/regular-expression.ts';
import { longRun } from '../../support/long-run.ts';

describe('expressionProblem', () => {
  it.each([
    '^[a-z]+@acme\\.com$',
    '(?i)acme',
    '(?P<name>x)',
    '(?i:x)y',
    '[(?=]',
    '\\(\\?=',
    '\\\\1',
    'a{1,3}',
    '\\-\\_',
  ])('takes %s', (pattern) => {
    expect(expressionProblem(pattern)).toBeUndefined();
  });

  it.each([
    ['(', 'missing closing ): ('],
    ['*', 'missing argument to repetition operator: *'],
    ['[b-a]', 'invalid character class range: b-a'],
    ['\\Z', 'invalid escape sequence: \\Z'],
    ['a{1001}', 'invalid repeat count'],
    ['(?:a{100}){10}a', 'instructions'],
    ['(?=a)', 'look-around'],
    ['(?<!a)b', 'look-around'],
    ['(a)\\1', 'back references'],
    ['(?<x>a)\\k<x>', 'back references'],
  ])('refuses %s', (pattern, reason) => {
    expect(expressionProblem(pattern)).toContain(reason);
  });

  it('takes for plain only what RE2 takes', () => {
    const pieces = fc.constantFrom(
      '^',
      '$',
      'a',
      '-',
      '[',
      ']',
      'a-z',
      '0-9',
      '.',
      '+',
      '*',
      '?',
      '\\',
      'd',
      '{2}',
      '(',
      ' ',
      '@',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const pattern = parts.join('');
        expect(expressionProblem(pattern)).toBe(compileExpression(pattern).problem);
      }),
      { numRuns: longRun ? 50_000 : 500 },
    );
  });
});
