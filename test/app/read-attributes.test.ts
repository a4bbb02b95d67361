import { expect, test } from 'vitest';
import { readAttributes } from '../../src/app/read-attributes.ts';

test.each([
  [['seats=5', 'trial=true', 'rate=1.5'], { seats: 5, trial: true, rate: 1.5 }],
  [['name=Acme Ltd', 'code="5"', 'empty=', 'a=b=c'], { name: 'Acme Ltd', code: '5', empty: '', a: 'b=c' }],
  [['tags=["a",1]', 'nothing=null', 'broken=[1'], { tags: ['a', 1], nothing: 'null', broken: '[1' }],
  [[], {}],
])('%j reads as %j', (typed, expected) => {
  expect(readAttributes(typed)).toEqual(expected);
});

test('what is to go is null, and what is no attribute says how to write one', () => {
  expect(readAttributes(['seats=5'], ['tier'])).toEqual({ seats: 5, tier: null });
  for (const typed of ['seats', '=5', ''])
    expect(() => readAttributes([typed])).toThrow(`${typed} is not an attribute`);
});
