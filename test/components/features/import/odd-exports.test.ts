import { expect, it } from 'vitest';
import type { ImportSource } from '../../../../src/components/flag-import-contract.ts';
import { flagImporter } from '../../../../src/components/features/import/import-flags.ts';
import { imported } from './support/imported.ts';

const onOff = { on: true, variations: [true, false], offVariation: 1, fallthrough: { variation: 1 } };

function launchDarkly(flags: { readonly [key: string]: object }, segments: object = {}) {
  const keyed = Object.entries(flags).map(([key, flag]) => [key, { key, salt: 's', ...onOff, ...flag }]);
  return { flags: Object.fromEntries(keyed), segments };
}

const seen = (clause: object) => [{ clauses: [{ attribute: 'x', op: 'in', values: ['a'], ...clause }], variation: 0 }];
const prerequisites = (key: string) => [{ key, variation: 0 }];
const feature = (name: string, more: object = {}) => ({
  name,
  enabled: true,
  strategies: [{ name: 'default' }],
  ...more,
});

it.each<[string, ImportSource, unknown, readonly (readonly [string, string | undefined, string])[]]>([
  [
    'flags that wait for one another',
    'launchdarkly',
    launchDarkly({ a: { prerequisites: prerequisites('b') }, b: { prerequisites: prerequisites('a') }, c: {} }),
    [
      ['import/flag-left-out', 'flag a', 'It was left out: it asks for itself, by way of others or at once.'],
      ['import/flag-left-out', 'flag b', 'It was left out: it asks for `on` of `a`, which is not imported.'],
    ],
  ],
  [
    'a flag that waits for one that is left out',
    'launchdarkly',
    launchDarkly({ a: { fallthrough: {} }, b: { prerequisites: prerequisites('a') } }),
    [
      ['import/flag-left-out', 'flag a', 'It was left out: it serves nothing.'],
      ['import/flag-left-out', 'flag b', 'It was left out: it asks for `on` of `a`, which is not imported.'],
    ],
  ],
  [
    'numbers that are rounded',
    'launchdarkly',
    launchDarkly({
      a: { variations: [2 ** 53, 1] },
      b: { rules: seen({ op: 'lessThan', values: [1e300, 2 ** 60] }) },
      c: { rules: seen({ op: 'lessThan', values: [2 ** 60] }) },
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
    launchDarkly({ a: { rules: seen({ op: 'matches', values: ['(?=a)b'] }) } }),
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
    launchDarkly({
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
    launchDarkly({ a: { archived: true } }),
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
    launchDarkly({
      a: {
        rules: [
          ...seen({ attribute: '/a//b', contextKind: 'user' }),
          ...seen({ attribute: '/a~2', contextKind: 'user' }),
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
        feature('new checkout'),
        feature('new-checkout'),
        feature('new-checkout.variant'),
        feature('new-checkout', { variants: [{ name: 'red', weight: 1 }] }),
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
        feature('a', {
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
    'operations without operands',
    'flagd',
    {
      flags: {
        a: {
          state: 'ENABLED',
          variants: { on: true, off: false },
          defaultVariant: 'off',
          targeting: { if: [{ and: [] }, 'on'] },
        },
      },
    },
    [['import/flag-left-out', 'flag a', 'It was left out: `and` has too few operands, or too many.']],
  ],
])('names %s', async (_, source, exported, findings) => {
  const made = await imported(source, exported);
  const changed = made.findings.filter(({ effect }) => effect === 'changed');
  expect(changed.map(({ code, message, of }) => [code, of, message])).toEqual(findings);
});

it('takes lists of any length', () => {
  const values = Array.from({ length: 300_000 }, (_, index) => index);
  const { resources } = flagImporter.import(
    'launchdarkly',
    JSON.parse(JSON.stringify(launchDarkly({ a: { rules: seen({ op: 'lessThan', values }) } }))),
    {},
  );
  expect(resources[0]?.body['rules']).toEqual([{ if: { 'user.x': { lessThan: 299_999 } }, serve: 'on' }]);
});
