import { expect, it } from 'vitest';
import { contextOf, imported } from './support/imported.ts';
import { answersOf, type NamedCase, namedIn } from './support/odd.ts';
import { growthBookFeatures } from './support/small-exports.ts';

it.each<NamedCase>([
  [
    'texts with half of a character',
    {
      features: {
        a: { defaultValue: 'half \ud83d' },
        b: { defaultValue: true, rules: [{ force: false, coverage: null }] },
      },
    },
    [
      ['import/rule-left-out', 'feature b', 'Rule 1 was left out: its coverage is no number.'],
      [
        'import/flag-left-out',
        'flag a',
        'It was left out: `/variations/variation 1` is a text with half of a character in it.',
      ],
    ],
  ],
  [
    'ranges that are not from one number to another',
    {
      features: {
        a: { defaultValue: true, rules: [{ force: false, range: [null, 1] }] },
        b: { defaultValue: true, rules: [{ force: false, filters: [{ seed: 's', ranges: [[null, 1]] }] }] },
        c: { defaultValue: true, rules: [{ variations: [true, false], ranges: [[0, 0.5], [0.5]] }] },
        d: { defaultValue: true, rules: [{ variations: [true, false], namespace: ['one', null, 1] }] },
        e: { defaultValue: true, rules: [{ variations: [true, false], namespace: null, ranges: null }] },
      },
    },
    ['a', 'b', 'c', 'd'].map((key) => [
      'import/rule-left-out',
      `feature ${key}`,
      'Rule 1 was left out: a range is not from one number to another.',
    ]),
  ],
  [
    'groups and experiments that only objects of JavaScript have',
    {
      features: {
        a: { defaultValue: true, rules: [{ force: false, condition: { plan: { $notInGroup: 'constructor' } } }] },
        b: { defaultValue: true, rules: [{ variations: [true, false], key: '__proto__' }] },
      },
    },
    [
      ['import/rule-left-out', 'feature a', 'Rule 1 was left out: `constructor` is no saved group.'],
      ['import/rule-left-out', 'feature b', 'Rule 1 was left out: an experiment cannot be called `__proto__`.'],
    ],
  ],
  [
    'lists that are compared as one value',
    growthBookFeatures({
      a: { force: true, condition: { groups: 'beta' } },
      b: { force: true, condition: { groups: { $regex: 'b' } } },
      c: { force: true, condition: { 'groups.0': 'beta' } },
      d: { force: true, condition: { groups: { $in: ['beta'] } } },
    }),
    [
      ...['a', 'b'].map((key) => [
        'import/rule-left-out',
        `feature ${key}`,
        'Rule 1 was left out: the list `user.groups` is compared as one value.',
      ]),
      ['import/rule-left-out', 'feature c', 'Rule 1 was left out: `user.groups.0` reaches into a list.'],
    ],
  ],
  [
    'versions that are put in order by their text',
    growthBookFeatures({
      a: { force: true, condition: { app: { $veq: '2.0' } } },
      b: { force: true, condition: { app: { $vgt: '1.0.202611' } } },
      c: { force: true, condition: { app: { $vlt: '1.0.0-beta-2' } } },
      d: { force: true, condition: { app: { $vgte: '2.0' } } },
    }),
    [
      ['a', 'that is cut short'],
      ['b', 'that is put in order otherwise there'],
      ['c', 'that is put in order otherwise there'],
    ].map(([key, why]) => [
      'import/rule-left-out',
      `feature ${key}`,
      `Rule 1 was left out: \`user.app\` is compared with a version ${why}.`,
    ]),
  ],
  [
    'sticky buckets, bandits and gates that let nothing pass',
    growthBookFeatures({
      a: { variations: [true, false], fallbackAttribute: 'device' },
      b: { variations: [true, false], fallbackAttribute: 'device', disableStickyBucketing: true, minBucketVersion: 3 },
      c: { variations: [true, false], contextualBanditRef: 'one' },
      d: { parentConditions: [{ id: 'a', condition: { value: true }, gate: true }] },
      e: { parentConditions: [{ id: 'd', condition: { value: { $ne: true } }, gate: true }] },
    }),
    [
      [
        'import/sticky-buckets',
        'feature a',
        'An experiment counts on sticky buckets, which have no equal here: shares decide alone.',
      ],
      ['import/rule-left-out', 'feature c', 'Rule 1 was left out: it is a bandit.'],
      ['import/flag-left-out', 'feature e', 'It was left out: it lets pass where `d` has no value.'],
    ],
  ],
])('names %s', async (_, exported, findings) => {
  expect(await namedIn('growthbook', exported)).toEqual(findings);
});

it('takes what is absent for null among the values of a list of GrowthBook, and folds members by letters', async () => {
  const made = await imported(
    'growthbook',
    growthBookFeatures({
      a: { force: true, condition: { groups: { $in: [null, 'beta'] } } },
      b: { force: true, condition: { groups: { $nin: [null] } } },
      c: { force: true, condition: { groups: { $elemMatch: { $ini: ['BETA'] } } } },
    }),
    { lists: ['user.groups'] },
  );
  expect(answersOf(made, ['a', 'b', 'c'], {})).toEqual([true, false, false]);
  expect(answersOf(made, ['a', 'b', 'c'], { groups: ['Beta'] })).toEqual([false, true, true]);
});

it('puts a version of GrowthBook that is cut short before all that begin so', async () => {
  const made = await imported(
    'growthbook',
    growthBookFeatures({
      a: { force: true, condition: { app: { $vgte: 'v2.0' } } },
      b: { force: true, condition: { app: { $vlt: '2' } } },
    }),
  );
  const answers = ['1.99.0', '2.0.0-alpha', '2.0.0', undefined].map((app) => answersOf(made, ['a', 'b'], { app }));
  expect(answers).toEqual([
    [false, true],
    [true, false],
    [true, false],
    [false, true],
  ]);
});

it('takes nobody for a member of a group that is no list, in or out', async () => {
  const asked = (name: string, id: string) => ({
    defaultValue: false,
    rules: [{ force: true, condition: { plan: { [name]: id } } }],
  });
  const { evaluator } = await imported('growthbook', {
    features: {
      a: asked('$inGroup', 'other'),
      b: asked('$notInGroup', 'other'),
      c: asked('$notInGroup', 'list'),
      d: {
        defaultValue: false,
        rules: [{ force: true, condition: { $savedGroup: { id: 'list', attributeKey: null } } }],
      },
    },
    savedGroups: {
      other: { type: 'another', attributeKey: 'plan', values: ['pro'] },
      list: { type: 'list', attributeKey: 'plan', values: ['free'] },
    },
  });
  const answers = (plan: string) =>
    ['a', 'b', 'c', 'd'].map((key) => evaluator.variation(key, contextOf({ key: 'ada', plan }), null));
  expect([answers('pro'), answers('free')]).toEqual([
    [false, false, true, false],
    [false, false, false, false],
  ]);
});
