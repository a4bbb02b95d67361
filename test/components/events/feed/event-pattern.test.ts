import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesAny, matchesPattern } from '../../../../src/components/events/feed/event-pattern.ts';

it.each([
  ['flag.updated', 'flag.updated', true],
  ['flag.updated', 'flag', false],
  ['flag.updated', 'flag.*', true],
  ['flag', 'flag.*', false],
  ['billing.subscription.upgraded', 'billing.*', true],
  ['billing.subscription.upgraded', 'billing.subscription.*', true],
  ['billing.subscription.upgraded', '*.upgraded', true],
  ['billing.subscription.upgraded', 'billing.*.upgraded', true],
  ['billing.upgraded', 'billing.*.upgraded', false],
  ['aa', 'a*a', true],
  ['a', 'a*a', false],
  ['anything.at_all', '*', true],
])('%s is meant by %s: %s', (type, pattern, meant) => {
  expect(matchesPattern(type, pattern)).toBe(meant);
});

it('agrees with a regular expression of the same meaning', () => {
  const text = (...letters: string[]) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 });
  fc.assert(
    fc.property(text('a', 'b', '.'), text('a', 'b', '.', '*'), (type, pattern) => {
      const expression = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
      expect(matchesPattern(type, pattern)).toBe(expression.test(type));
    }),
  );
});

it('any of several', () => {
  expect([['a.*'], ['b', 'a.*'], [], ['b']].map((patterns) => matchesAny('a.b', patterns))).toStrictEqual([
    true,
    true,
    false,
    false,
  ]);
});
