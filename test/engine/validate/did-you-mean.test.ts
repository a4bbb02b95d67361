import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../src/engine/validate/did-you-mean.ts';

describe('did you mean', () => {
  it.each([
    ['monthy', ['monthly', 'annual'], 'monthly'],
    ['Monthly', ['monthly'], 'monthly'],
    ['api_access', ['api-access'], 'api-access'],
    ['apiAccess', ['api-access'], 'api-access'],
    ['prod', ['development', 'production'], 'production'],
    ['pro', ['free', 'pro-2024', 'pro-2025'], undefined],
    ['naem', ['name', 'rank'], 'name'],
    ['free', ['pro', 'team'], undefined],
    ['on', ['off'], undefined],
    ['a', ['b'], undefined],
    ['', ['b'], undefined],
    ['notification', ['notifications', 'notify'], 'notifications'],
  ])('%s among %j', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it('reads its candidates once, wherever they come from', () => {
    expect(
      nearest(
        'prod',
        new Map([
          ['development', 1],
          ['production', 2],
        ]).keys(),
      ),
    ).toBe('production');
  });

  it('the distance is a metric, but for swaps', () => {
    const word = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right)).toBe(editDistance(right, left));
        expect(editDistance(left, right) === 0).toBe(left === right);
        expect(editDistance(left, right)).toBeLessThanOrEqual(Math.max(left.length, right.length));
      }),
      { seed: 3 },
    );
    expect(editDistance('ab', 'ba')).toBe(1);
  });
});
