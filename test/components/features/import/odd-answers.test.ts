import { expect, it } from 'vitest';
import { flagImporter } from '../../../../src/components/features/import/import-flags.ts';
import { contextOf, imported, type ImportedFlags } from './support/imported.ts';
import {
  constrainedFeatures,
  flagdFlags,
  growthBookFeatures,
  launchDarklyFlags,
  ruleOf,
  unleashFeature,
} from './support/small-exports.ts';

function answersOf({ evaluator }: ImportedFlags, keys: readonly string[], user: object): readonly unknown[] {
  const context = contextOf({ user: { key: 'ada', ...user } });
  return keys.map((key) => evaluator.variation<unknown>(key, context, null));
}

it('reads moments and versions of LaunchDarkly as it does, and takes the others for none', async () => {
  const by = (clause: object) => ({ rules: ruleOf(clause) });
  const made = await imported(
    'launchdarkly',
    launchDarklyFlags({
      day: by({ op: 'before', values: ['2027-01-31'] }),
      noDay: by({ op: 'before', values: ['2027-01-31'], negate: true }),
      either: by({ op: 'before', values: ['2027-01-31', '2027-01-31T00:00:00Z'] }),
    }),
  );
  expect(answersOf(made, ['day', 'noDay', 'either'], { x: '2026-01-01T00:00:00Z' })).toEqual([false, true, true]);
  const versions = [' 2.1.3', '2.1 ', '2-beta', ' 2.1', 'v2.1.3', '02.1.3', '2.1.3.4'];
  const semver = await imported(
    'launchdarkly',
    launchDarklyFlags(
      Object.fromEntries(versions.map((value, index) => [`f${index}`, by({ op: 'semVerLessThan', values: [value] })])),
    ),
  );
  const keys = versions.map((_, index) => `f${index}`);
  expect(answersOf(semver, keys, { x: '1.0.0' })).toEqual([true, true, true, false, false, false, false]);
});

it('serves the values that a file for the SDKs of LaunchDarkly gives alone', async () => {
  const made = await imported('launchdarkly', { flagValues: { a: true, b: { tries: 3 }, c: 'off' } });
  expect(answersOf(made, ['a', 'b', 'c'], {})).toEqual([true, { tries: 3 }, 'off']);
});

it('deals experiments of the API of LaunchDarkly by the key, whatever they are said to be dealt by', async () => {
  const rollout = { bucketBy: 'company', variations: [0, 1].map((variation) => ({ variation, weight: 50_000 })) };
  const { resources } = await imported(
    'launchdarkly',
    launchDarklyFlags({
      a: { fallthrough: { rollout: { ...rollout, experimentAllocation: { canReshuffle: true } } } },
      b: { fallthrough: { rollout: { ...rollout, kind: 'rollout', experimentAllocation: {} } } },
      c: { fallthrough: { rollout } },
    }),
  );
  const dealtBy = resources.map(({ body }) => (body['fallthrough'] as { readonly by: string }).by);
  expect(dealtBy).toEqual(['user.key', 'user.company', 'user.company']);
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

it('leaves out strategies that are disabled in Unleash, and lets everybody in where no others are', async () => {
  const enabled = { environment: 'production', enabled: true };
  const made = await imported('unleash', {
    features: [{ name: 'a' }, { name: 'b' }],
    featureEnvironments: ['a', 'b'].map((featureName) => ({ ...enabled, featureName })),
    featureStrategies: [
      { featureName: 'a', name: 'default', disabled: true },
      { featureName: 'a', name: 'userWithId', parameters: { userIds: 'bob' }, disabled: false },
      { featureName: 'b', name: 'userWithId', parameters: { userIds: 'bob' }, disabled: true },
    ],
  });
  expect(answersOf(made, ['a', 'b'], {})).toEqual([false, true]);
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

it('lets nobody in by rules without a list of clauses, and everybody by an empty one', async () => {
  const rules = (clauses: unknown) => ({ rules: [{ clauses, variation: 0 }] });
  const inSegment = (key: string) => ({ rules: ruleOf({ op: 'segmentMatch', values: [key] }) });
  const { evaluator } = await imported(
    'launchdarkly',
    launchDarklyFlags(
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
    rules: ruleOf({ attribute: 'kind', contextKind: 'user', values }),
  });
  const { evaluator } = await imported('launchdarkly', launchDarklyFlags({ a: kinds(['']), b: kinds(['', 'user']) }));
  expect(['a', 'b'].map((key) => evaluator.variation(key, contextOf({ key: 'ada' }), null))).toEqual([false, true]);
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

it('takes lists of any length', () => {
  const values = Array.from({ length: 300_000 }, (_, index) => index);
  const { resources } = flagImporter.import(
    'launchdarkly',
    JSON.parse(JSON.stringify(launchDarklyFlags({ a: { rules: ruleOf({ op: 'lessThan', values }) } }))),
    {},
  );
  expect(resources[0]?.body['rules']).toEqual([{ if: { 'user.x': { lessThan: 299_999 } }, serve: 'on' }]);
});
