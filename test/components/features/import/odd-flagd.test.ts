import { expect, it } from 'vitest';
import { imported } from './support/imported.ts';
import { answersOf, type NamedCase, namedIn } from './support/odd.ts';
import { flagdFlags } from './support/small-exports.ts';

it.each<NamedCase>([
  [
    'what flagd cannot work out, even where nobody comes',
    flagdFlags({
      a: { if: [{ in: [{ var: 'plan' }, []] }, { if: [{ '==': [{}, 1] }, 'on', 'off'] }, 'on'] },
      b: { if: [{ and: [] }, 'on'] },
    }),
    [
      ['import/flag-left-out', 'flag a', 'It was left out: `==` compares other things than an attribute and a value.'],
      ['import/flag-left-out', 'flag b', 'It was left out: `and` has too few operands, or too many.'],
    ],
  ],
  [
    'conditions that stand before those that ask for them',
    flagdFlags(
      {
        a: { if: [{ $ref: 'later' }, 'on'] },
        b: { if: [{ $ref: 'itself' }, 'on'] },
        c: { if: [{ $ref: 'first' }, 'on'] },
      },
      { first: { var: 'beta' }, later: { '!': [{ $ref: 'first' }] }, itself: { '!': [{ $ref: 'itself' }] } },
    ),
    [
      ['a', 'first'],
      ['b', 'itself'],
    ].map(([key, name]) => [
      'import/flag-left-out',
      `flag ${key}`,
      `It was left out: there is no evaluator \`${name}\`, or only before the one that refers to it.`,
    ]),
  ],
  [
    'variants and weights that are worked out',
    flagdFlags({
      a: {
        fractional: [
          [{ var: 'plan' }, 50],
          ['off', 50],
        ],
      },
      b: {
        fractional: [
          ['on', { var: 'weight' }],
          ['off', 50],
        ],
      },
      c: { if: [{ '==': [{ '%': [{ var: 'age' }, 2] }, 0] }, 'on'] },
      d: { if: [true, { cat: ['o', 'n'] }] },
    }),
    [
      ['import/flag-left-out', 'flag a', 'It was left out: a variant of `fractional` is worked out.'],
      ['import/flag-left-out', 'flag b', 'It was left out: a weight of `fractional` is worked out.'],
      ['import/flag-left-out', 'flag c', 'It was left out: `==` compares other things than an attribute and a value.'],
      ['import/flag-left-out', 'flag d', 'It was left out: `cat` has no equal here.'],
    ],
  ],
])('names %s', async (_, exported, findings) => {
  expect(await namedIn('flagd', exported)).toEqual(findings);
});

it('takes 0 and false for the empty text of flagd, and deals by it', async () => {
  const made = await imported(
    'flagd',
    flagdFlags({
      a: { if: [{ '==': [{ var: 'plan' }, ''] }, 'on'] },
      b: { fractional: [{ var: 'plan' }, ['on', 1], ['off', 99]] },
    }),
  );
  const answers = [0, false, '', '0', null].map((plan) => answersOf(made, ['a'], { plan })[0]);
  expect(answers).toEqual([true, true, true, false, false]);
  expect([{ plan: '' }, {}].map((user) => answersOf(made, ['b'], user)[0])).toEqual([true, false]);
});
