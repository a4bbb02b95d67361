import { expect, it } from 'vitest';
import type { ImportSource } from '../../../../src/components/flag-import-contract.ts';
import { flagImporter } from '../../../../src/components/features/import/import-flags.ts';
import { contextOf, imported } from './support/imported.ts';

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

it.each<[string, ImportSource, unknown, readonly (readonly string[])[]]>([
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
    {
      features: [null, '1e400', 'none', undefined].map((value, index) =>
        feature(`f${index}`, {
          strategies: [{ name: 'default', constraints: [{ contextName: 'age', operator: 'NUM_LT', value }] }],
        }),
      ),
    },
    ['f0', 'f1'].map((key) => [
      'import/rule-left-out',
      `feature ${key}`,
      'Strategy 1 was left out: `user.age` is compared with what is no number.',
    ]),
  ],
  [
    'moments that are none',
    'unleash',
    {
      features: [null, 'soon', undefined].map((value, index) =>
        feature(`f${index}`, {
          strategies: [
            { name: 'default', constraints: [{ contextName: 'currentTime', operator: 'DATE_AFTER', value }] },
          ],
        }),
      ),
    },
    [['import/rule-left-out', 'feature f0', 'Strategy 1 was left out: it compares the time with what is no moment.']],
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
    'what cannot be worked out where nobody comes',
    'flagd',
    {
      flags: {
        a: {
          state: 'ENABLED',
          variants: { on: true, off: false },
          defaultVariant: 'off',
          targeting: { if: [{ in: [{ var: 'plan' }, []] }, { if: [{ '==': [{}, 1] }, 'on', 'off'] }, 'on'] },
        },
      },
    },
    [['import/flag-left-out', 'flag a', 'It was left out: `==` compares other things than an attribute and a value.']],
  ],
  [
    'blanks, of which the empty text is left',
    'unleash',
    {
      features: [[' '], [''], []].map((values, index) =>
        feature(`f${index}`, {
          strategies: [
            { name: 'default', constraints: [{ contextName: 'plan', operator: 'STR_STARTS_WITH', values }] },
          ],
        }),
      ),
    },
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
        feature(`f${index}`, { variants: ['red', 'blue'].map((name) => ({ name, weight: 500, stickiness })) }),
      ),
    },
    ['f0', 'f1'].map((key) => [
      'import/was-random',
      `variants of feature ${key}`,
      'Lots were drawn at each call; it deals by the key of the user now.',
    ]),
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

it('lets nobody in by rules without a list of clauses, and everybody by an empty one', async () => {
  const rules = (clauses: unknown) => ({ rules: [{ clauses, variation: 0 }] });
  const inSegment = (key: string) => ({ rules: seen({ op: 'segmentMatch', values: [key] }) });
  const { evaluator } = await imported(
    'launchdarkly',
    launchDarkly(
      { a: rules(undefined), b: rules([]), c: inSegment('none'), d: inSegment('all') },
      { none: { key: 'none', ...rules(undefined) }, all: { key: 'all', ...rules([]) } },
    ),
  );
  const answers = ['a', 'b', 'c', 'd'].map((key) => evaluator.variation(key, contextOf({ key: 'ada' }), null));
  expect(answers).toEqual([false, true, false, true]);
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

it('takes no kind of context for one without a name', async () => {
  const kinds = (values: readonly string[]) => ({
    rules: seen({ attribute: 'kind', contextKind: 'user', values }),
  });
  const { evaluator } = await imported('launchdarkly', launchDarkly({ a: kinds(['']), b: kinds(['', 'user']) }));
  expect(['a', 'b'].map((key) => evaluator.variation(key, contextOf({ key: 'ada' }), null))).toEqual([false, true]);
});

it('asks of a feature what all that depends on it asks together', async () => {
  const on = (more: object) => ({ feature: 'parent', ...more });
  const variants = ['red', 'blue'].map((name) => ({ name, weight: 1 }));
  const { resources } = await imported('unleash', {
    features: [
      feature('parent', { variants }),
      feature('a', { dependencies: [on({ variants: ['red', 'blue'] }), on({ variants: ['blue', 'green'] })] }),
      feature('b', { dependencies: [on({ enabled: false }), on({ enabled: true })] }),
      feature('c', { dependencies: [on({ variants: ['disabled', 'red'] })] }),
      feature('d', { dependencies: [on({ variants: [null] })] }),
    ],
  });
  const asked = resources.map(({ body, key }) => [key, body['state'] ?? 'on', body['prerequisites']]);
  expect(asked).toEqual([
    ['a', 'on', { 'parent.variant': 'blue' }],
    ['b', 'off', undefined],
    ['c', 'on', { parent: 'on', 'parent.variant': ['disabled', 'red'] }],
    ['d', 'off', undefined],
    ['parent', 'on', undefined],
    ['parent.variant', 'on', undefined],
  ]);
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
