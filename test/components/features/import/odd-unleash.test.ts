import { expect, it } from 'vitest';
import { imported } from './support/imported.ts';
import { answersOf, type NamedCase, namedIn } from './support/odd.ts';
import { constrainedFeatures, unleashFeature } from './support/small-exports.ts';

it.each<NamedCase>([
  [
    'keys that become others, which are taken',
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
    'limits that are no numbers',
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
    'blanks, of which the empty text is left',
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
    {
      features: [{ name: 'a' }],
      featureEnvironments: [{ featureName: 'a', environment: 'production', enabled: true }],
      featureStrategies: [
        { featureName: 'a', name: 'default', segments: [4] },
        { featureName: 'a', name: 'default', segments: [5] },
        { featureName: 'a', name: 'default', segments: [6], environment: 'development' },
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
    'strategies that only the code knows',
    {
      features: [
        unleashFeature('a', { strategies: [{ name: 'applicationHostname', parameters: { hostNames: 'web-1' } }] }),
        unleashFeature('b', { strategies: [{ name: 'ourOwn' }] }),
      ],
    },
    [
      [
        'import/rule-left-out',
        'feature a',
        'Strategy 1 was left out: it asks for the name of the host that the code runs on.',
      ],
      ['import/rule-left-out', 'feature b', 'Strategy 1 was left out: the strategy `ourOwn` is a custom one.'],
    ],
  ],
])('names %s', async (_, exported, findings) => {
  expect(await namedIn('unleash', exported)).toEqual(findings);
});

it('takes an address of IPv4 that is written as IPv6 for one of IPv6, as Unleash does', async () => {
  const inNetworks = (values: readonly string[]) => ({ contextName: 'remoteAddress', operator: 'IN_CIDR', values });
  const made = await imported('unleash', {
    features: [
      ...(
        constrainedFeatures([inNetworks(['10.0.0.0/8']), inNetworks(['10.0.0.0/8', '::ffff:0:0/96'])]) as {
          readonly features: readonly object[];
        }
      ).features,
      unleashFeature('f2', { strategies: [{ name: 'remoteAddress', parameters: { IPs: '10.0.0.0/8,::1' } }] }),
    ],
  });
  const keys = ['f0', 'f1', 'f2'];
  expect(answersOf(made, keys, { remoteAddress: '10.1.2.3' })).toEqual([true, true, true]);
  expect(answersOf(made, keys, { remoteAddress: '::ffff:10.1.2.3' })).toEqual([false, true, false]);
});

it('compares texts, numbers and versions of Unleash as far as they are some', async () => {
  const made = await imported('unleash', {
    ...constrainedFeatures([
      { contextName: 'plan', operator: 'IN', values: ['NaN', 'Infinity', '10000000000000000', '1.5'] },
      { contextName: 'app', operator: 'SEMVER_EQ', value: '=1.2.3' },
      { contextName: 'app', operator: 'SEMVER_EQ', value: ' v1.2.3' },
    ]),
  });
  const answers = ['NaN', 'Infinity', '10000000000000000', '1.5', 1.5, 'none'].map(
    (plan) => answersOf(made, ['f0'], { plan })[0],
  );
  expect(answers).toEqual([true, true, true, true, true, false]);
  expect(answersOf(made, ['f1', 'f2'], { app: '1.2.3' })).toEqual([false, true]);
});

it('gives variants of Unleash by name to whoever has the value, whatever its type', async () => {
  const overrides = [{ contextName: 'plan', values: ['18', 'true'] }];
  const variants = [
    { name: 'red', weight: 0, overrides },
    { name: 'blue', weight: 1000 },
  ];
  const made = await imported('unleash', { features: [unleashFeature('a', { variants })] });
  const named = [18, '18', true, 'pro'].map((plan) => answersOf(made, ['a.variant'], { plan })[0]);
  expect(named.map((value) => (value as { readonly name: string }).name)).toEqual(['red', 'red', 'red', 'blue']);
});

it('leaves out strategies that are disabled in Unleash, and lets everybody in where no others are, which it says', async () => {
  const enabled = { environment: 'production', enabled: true };
  const made = await imported('unleash', {
    features: [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }],
    featureEnvironments: [
      ...['a', 'b', 'd'].map((featureName) => ({ ...enabled, featureName })),
      { ...enabled, featureName: 'c', enabled: false },
    ],
    featureStrategies: [
      { featureName: 'a', name: 'default', disabled: true },
      { featureName: 'a', name: 'userWithId', parameters: { userIds: 'bob' }, disabled: false },
      { featureName: 'b', name: 'userWithId', parameters: { userIds: 'bob' }, disabled: true },
      { featureName: 'c', name: 'default', disabled: true },
    ],
  });
  expect(answersOf(made, ['a', 'b', 'c', 'd'], {})).toEqual([false, true, false, true]);
  expect(made.findings).toEqual([
    {
      code: 'import/strategies-disabled',
      effect: 'note',
      of: 'feature b',
      message: 'It is enabled, and all its strategies are disabled: as in Unleash, it is on for everybody.',
    },
  ]);
});

it('asks of a feature what all that depends on it asks together', async () => {
  const on = (more: object) => ({ feature: 'parent', ...more });
  const variants = ['red', 'blue'].map((name) => ({ name, weight: 1 }));
  const { resources } = await imported('unleash', {
    features: [
      unleashFeature('parent', { variants }),
      unleashFeature('a', { dependencies: [on({ variants: ['red', 'blue'] }), on({ variants: ['blue', 'green'] })] }),
      unleashFeature('b', { dependencies: [on({ enabled: false }), on({ enabled: true })] }),
      unleashFeature('c', { dependencies: [on({ variants: ['disabled', 'red'] })] }),
      unleashFeature('d', { dependencies: [on({ variants: [null] })] }),
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
