import { expect, it } from 'vitest';
import type { ImportSource } from '../../../../src/components/flag-import-contract.ts';
import { imported } from './support/imported.ts';
import {
  constrainedFeatures,
  flagdFlags,
  growthBookFeatures,
  launchDarklyFlags,
  ruleOf,
  unleashFeature,
} from './support/small-exports.ts';

const prerequisites = (key: string) => [{ key, variation: 0 }];

it.each<[string, ImportSource, unknown, readonly (readonly string[])[]]>([
  [
    'flags that wait for one another',
    'launchdarkly',
    launchDarklyFlags({ a: { prerequisites: prerequisites('b') }, b: { prerequisites: prerequisites('a') }, c: {} }),
    [
      ['import/flag-left-out', 'flag a', 'It was left out: it asks for itself, by way of others or at once.'],
      ['import/flag-left-out', 'flag b', 'It was left out: it asks for `on` of `a`, which is not imported.'],
    ],
  ],
  [
    'a flag that waits for one that is left out',
    'launchdarkly',
    launchDarklyFlags({ a: { fallthrough: {} }, b: { prerequisites: prerequisites('a') } }),
    [
      ['import/flag-left-out', 'flag a', 'It was left out: it serves nothing.'],
      ['import/flag-left-out', 'flag b', 'It was left out: it asks for `on` of `a`, which is not imported.'],
    ],
  ],
  [
    'numbers that are rounded',
    'launchdarkly',
    launchDarklyFlags({
      a: { variations: [2 ** 53, 1] },
      b: { rules: ruleOf({ op: 'lessThan', values: [1e300, 2 ** 60] }) },
      c: { rules: ruleOf({ op: 'lessThan', values: [2 ** 60] }) },
    }),
    [
      [
        'import/rule-left-out',
        'flag c',
        'Rule 1 was left out: `/if/user.x/lessThan` is a number that cannot be kept exactly.',
      ],
      [
        'import/flag-left-out',
        'flag a',
        'It was left out: `/variations/9007199254740992` is a number that cannot be kept exactly.',
      ],
    ],
  ],
  [
    'patterns that cannot be used',
    'launchdarkly',
    launchDarklyFlags({ a: { rules: ruleOf({ op: 'matches', values: ['(?=a)b'] }) } }),
    [
      [
        'import/rule-left-out',
        'flag a',
        'Rule 1 was left out: the pattern `(?=a)b` cannot be used here: look-around is not available.',
      ],
    ],
  ],
  [
    'a salt that is too long',
    'launchdarkly',
    launchDarklyFlags({
      a: {
        salt: 'x'.repeat(600),
        fallthrough: { rollout: { variations: [0, 1].map((variation) => ({ variation, weight: 50_000 })) } },
      },
    }),
    [['import/flag-left-out', 'flag a', 'It was left out: `/salt` is too long.']],
  ],
  [
    'a flag that was archived',
    'launchdarkly',
    launchDarklyFlags({ a: { archived: true } }),
    [
      [
        'import/off-variation',
        'flag a',
        'It was archived, and code got its default; here it answers with its off variation.',
      ],
    ],
  ],
  [
    'references to attributes that are none',
    'launchdarkly',
    launchDarklyFlags({
      a: {
        rules: [
          ...ruleOf({ attribute: '/a//b', contextKind: 'user' }),
          ...ruleOf({ attribute: '/a~2', contextKind: 'user' }),
        ],
      },
    }),
    [
      ['import/rule-left-out', 'flag a', 'Rule 1 was left out: the attribute `user.a."".b` cannot be named here.'],
      ['import/rule-left-out', 'flag a', 'Rule 2 was left out: `/a~2` refers to no attribute.'],
    ],
  ],
  [
    'keys that become others, which are taken',
    'unleash',
    {
      features: [
        unleashFeature('new checkout'),
        unleashFeature('new-checkout'),
        unleashFeature('new-checkout.variant'),
        unleashFeature('new-checkout', { variants: [{ name: 'red', weight: 1 }] }),
      ],
    },
    [
      [
        'import/renamed',
        'feature new checkout',
        'Its key `new checkout` is not possible here; it is `new-checkout-2` now.',
      ],
    ],
  ],
  [
    'operators that only objects of JavaScript have',
    'unleash',
    {
      features: [
        unleashFeature('a', {
          strategies: [
            {
              name: 'default',
              constraints: [{ contextName: 'x', operator: 'constructor', value: '1', inverted: true }],
            },
          ],
        }),
      ],
    },
    [],
  ],
  [
    'texts with half of a character',
    'growthbook',
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
    'growthbook',
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
    'limits that are no numbers',
    'unleash',
    constrainedFeatures(
      [null, '1e400', 'none', undefined].map((value) => ({ contextName: 'age', operator: 'NUM_LT', value })),
    ),
    ['f0', 'f1'].map((key) => [
      'import/rule-left-out',
      `feature ${key}`,
      'Strategy 1 was left out: `user.age` is compared with what is no number.',
    ]),
  ],
  [
    'moments that are none',
    'unleash',
    constrainedFeatures(
      [null, 'soon', undefined, 1_800_000_000_000].map((value) => ({ operator: 'DATE_AFTER', value })),
    ),
    ['f0', 'f3'].map((key) => [
      'import/rule-left-out',
      `feature ${key}`,
      'Strategy 1 was left out: it compares the time with what is no moment.',
    ]),
  ],
  [
    'groups and experiments that only objects of JavaScript have',
    'growthbook',
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
    'what flagd cannot work out, even where nobody comes',
    'flagd',
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
    'flagd',
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
    'blanks, of which the empty text is left',
    'unleash',
    constrainedFeatures(
      [[' '], [''], []].map((values) => ({ contextName: 'plan', operator: 'STR_STARTS_WITH', values })),
    ),
    [
      [
        'import/rule-left-out',
        'feature f0',
        'Strategy 1 was left out: it looks for the empty text, which is in every text.',
      ],
    ],
  ],
  [
    'variants for which lots are drawn',
    'unleash',
    {
      features: ['random', '', 'default', undefined].map((stickiness, index) =>
        unleashFeature(`f${index}`, { variants: ['red', 'blue'].map((name) => ({ name, weight: 500, stickiness })) }),
      ),
    },
    ['f0', 'f1'].map((key) => [
      'import/was-random',
      `variants of feature ${key}`,
      'Lots were drawn at each call; it deals by the key of the user now.',
    ]),
  ],
  [
    'segments that an export only names',
    'unleash',
    {
      features: [{ name: 'a' }],
      featureEnvironments: [{ featureName: 'a', environment: 'production', enabled: true }],
      featureStrategies: [
        { featureName: 'a', name: 'default', segments: [4] },
        { featureName: 'a', name: 'default', segments: [5] },
      ],
      segments: [{ id: 4, name: 'paying' }],
    },
    [
      ['import/segment-left-out', 'segment paying', 'It was left out: its constraints are not in this export.'],
      ['import/segment-left-out', 'segment segment-5', 'It was left out: its constraints are not in this export.'],
      ['import/rule-left-out', 'feature a', 'Strategy 1 was left out: it asks for segment 4, which is not imported.'],
      ['import/rule-left-out', 'feature a', 'Strategy 2 was left out: it asks for segment 5, which is not imported.'],
    ],
  ],
  [
    'patterns that mean something else in JavaScript',
    'launchdarkly',
    launchDarklyFlags({
      a: {
        rules: ['\\pL', '[[:alpha:]]', '(?i)a', 'a|\\@b[\\w.-]'].flatMap((pattern) =>
          ruleOf({ op: 'matches', values: [pattern] }),
        ),
      },
    }),
    [
      ['import/rule-left-out', 'flag a', 'Rule 1 was left out: the pattern `\\pL` means something else in JavaScript.'],
      [
        'import/rule-left-out',
        'flag a',
        'Rule 2 was left out: the pattern `[[:alpha:]]` means something else in JavaScript.',
      ],
      ['import/rule-left-out', 'flag a', 'Rule 3 was left out: the pattern `(?i)a` is none in JavaScript.'],
    ],
  ],
  [
    'lists that are compared as one value',
    'growthbook',
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
    'growthbook',
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
    'growthbook',
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
])('names %s', async (_, source, exported, findings) => {
  const made = await imported(source, exported, { lists: ['user.groups'] });
  const changed = made.findings.filter(({ effect }) => effect === 'changed');
  expect(changed.map(({ code, message, of }) => [code, of, message])).toEqual(findings);
});
