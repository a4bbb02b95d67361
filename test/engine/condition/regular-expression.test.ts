import { describe, expect, it } from 'vitest';
import { expressionProblem } from '../../../src/engine/condition/regular-expression.ts';

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
    ['(', 'nterminated group'],
    ['*', 'nothing to repeat'],
    ['[b-a]', 'ange out of order'],
    ['(?=a)', 'look-around'],
    ['(?<!a)b', 'look-around'],
    ['(a)\\1', 'back references'],
    ['(?<x>a)\\k<x>', 'back references'],
  ])('refuses %s', (pattern, reason) => {
    expect(expressionProblem(pattern)).toContain(reason);
  });
});
