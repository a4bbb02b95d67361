import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longRun } from '../../../support/long-run.ts';
import { contextOf, imported, type ImportedFlags } from './support/imported.ts';
import { answered, mutated, mutations, unreadable } from './support/mutated.ts';
import { unleashOf, userOf } from './support/unleash.ts';
import { expectSameAnswer } from './support/same-answer.ts';

const words = fc.constantFrom(
  'in',
  'de',
  'pro',
  ' padded ',
  '18',
  'true',
  'IN',
  'NaN',
  'Infinity',
  '10000000000000000',
  '1.50',
);
const numbers = fc.constantFrom('-1', '0', '18', '99.5', 'none');
const versions = fc.constantFrom('1.2.3', '1.10.0', '2.0.0-beta.1', '2.0.0', '2.0');
const inverted = fc.boolean();
const values = fc.array(words, { maxLength: 3 });
const constraints = fc.array(
  fc.oneof(
    fc.record({
      contextName: fc.constantFrom('country', 'userId', 'plan'),
      operator: fc.constantFrom('IN', 'NOT_IN'),
      values,
      inverted,
    }),
    fc.record({
      contextName: fc.constantFrom('country', 'email'),
      operator: fc.constantFrom('STR_STARTS_WITH', 'STR_ENDS_WITH', 'STR_CONTAINS'),
      values,
      inverted,
      caseInsensitive: fc.boolean(),
    }),
    fc.record({
      contextName: fc.constant('age'),
      operator: fc.constantFrom('NUM_EQ', 'NUM_GT', 'NUM_GTE', 'NUM_LT', 'NUM_LTE'),
      value: numbers,
      values: fc.constant([]),
      inverted,
    }),
    fc.record({
      contextName: fc.constant('app'),
      operator: fc.constantFrom('SEMVER_EQ', 'SEMVER_GT', 'SEMVER_GTE', 'SEMVER_LT', 'SEMVER_LTE'),
      value: fc.oneof(versions, fc.constantFrom('=1.2.3', 'v1.2.3', 'vv1.2.3', ' 1.10.0 ', '1.2.3+build', '01.2.3')),
      values: fc.constant([]),
      inverted,
    }),
    fc.record({
      contextName: fc.constant('currentTime'),
      operator: fc.constantFrom('DATE_AFTER', 'DATE_BEFORE'),
      value: fc.constantFrom(
        '2027-01-15T08:00:00.500Z',
        '2027-01-15T08:00:00.501Z',
        '2028-01-01T00:00:00+05:30',
        'soon',
      ),
      values: fc.constant([]),
      inverted,
    }),
    fc.record({
      contextName: fc.constant('email'),
      operator: fc.constant('REGEX'),
      value: fc.constantFrom('^a', '@acme\\.com$', '[A-Z]'),
      values: fc.constant([]),
      inverted,
      caseInsensitive: fc.boolean(),
    }),
    fc.record({
      contextName: fc.constant('remoteAddress'),
      operator: fc.constant('IN_CIDR'),
      values: fc.array(
        fc.constantFrom('10.0.0.0/8', '192.0.2.7', '2001:db8::/32', 'nowhere', '::ffff:0:0/96', '10.0.0.0/33'),
        { maxLength: 2 },
      ),
      inverted,
    }),
    fc.record({ contextName: fc.constant('country'), operator: fc.constant('NO_SUCH'), values, inverted }),
  ),
  { maxLength: 2 },
);

const percent = fc.constantFrom('0', '1', '33', '50', '99', '100');
const variants = fc.array(
  fc.record(
    {
      name: fc.constantFrom('red', 'green', 'blue', 'off', 'a, b'),
      weight: fc.constantFrom(0, 1, 333, 500),
      stickiness: fc.constantFrom('default', 'sessionId', 'country'),
      payload: fc.constantFrom(
        { type: 'string', value: 'x' },
        { type: 'json', value: '{"a":1}' },
        { type: 'number', value: '7' },
      ),
      weightType: fc.constantFrom('fix', 'variable'),
      overrides: fc.array(
        fc.record({
          contextName: fc.constantFrom('userId', 'country', 'plan'),
          values: fc.array(fc.constantFrom('ada', 'in', '18', 'true'), { maxLength: 2 }),
        }),
        { maxLength: 1 },
      ),
    },
    { requiredKeys: ['name', 'weight'] },
  ),
  { maxLength: 3 },
);
const flexible = fc.record(
  {
    rollout: percent,
    groupId: fc.constantFrom('group', 'another'),
    stickiness: fc.constantFrom('default', 'userId', 'sessionId', 'country'),
  },
  { requiredKeys: ['rollout', 'groupId'] },
);
const strategy = fc
  .tuple(
    fc.oneof(
      fc.constant({ name: 'default', parameters: {} }),
      fc.record({ name: fc.constant('flexibleRollout'), parameters: flexible }),
      fc.record({ name: fc.constant('flexibleRollout'), parameters: flexible }),
      fc.record({
        name: fc.constantFrom('gradualRolloutUserId', 'gradualRolloutSessionId'),
        parameters: fc.record({ percentage: percent, groupId: fc.constant('group') }),
      }),
      fc.record({
        name: fc.constant('userWithId'),
        parameters: fc.record({ userIds: fc.constantFrom('ada, bob', 'cy', '') }),
      }),
      fc.record({
        name: fc.constant('remoteAddress'),
        parameters: fc.record({
          IPs: fc.constantFrom('10.0.0.0/8,192.0.2.7', '2001:db8::1', '10.1.2.3, ::ffff:10.1.2.3', ''),
        }),
      }),
    ),
    constraints,
    fc.option(fc.uniqueArray(fc.constantFrom(1, 2, 3), { maxLength: 2 }), { nil: undefined }),
    fc.option(variants, { nil: undefined }),
  )
  // Variants of a strategy without a group are dealt by the word undefined; the interface always sets one.
  .map(([base, list, segments, own]) => ({
    ...base,
    constraints: list,
    ...(segments ? { segments } : {}),
    ...(own && base.name === 'flexibleRollout' ? { variants: own } : {}),
  }));

const feature = fc.record(
  {
    enabled: fc.constantFrom(true, true, true, false),
    stale: fc.boolean(),
    impressionData: fc.boolean(),
    strategies: fc.array(strategy, { maxLength: 3 }),
    variants,
    dependencies: fc.array(
      fc.record(
        {
          feature: fc.constantFrom('parent', 'nowhere', 'parent', 'parent'),
          enabled: fc.boolean(),
          variants: fc.constantFrom(['red'], ['green', 'blue'], []),
        },
        { requiredKeys: ['feature'] },
      ),
      { maxLength: 1 },
    ),
  },
  { requiredKeys: ['enabled', 'strategies'] },
);

const exports = fc
  .record({ parent: feature, child: feature, other: feature, first: constraints, second: constraints })
  .map(({ child, first, other, parent, second }) => ({
    version: 2,
    features: [
      { name: 'parent', ...parent, dependencies: [] },
      { name: 'child', ...child },
      { name: 'other', ...other },
    ],
    segments: [
      { id: 1, name: 'first', constraints: first },
      { id: 2, name: 'second', constraints: second },
    ],
  }));

const users = fc.record(
  {
    userId: fc.constantFrom('ada', 'bob', 'cy', 'dee', 'in'),
    sessionId: fc.constantFrom('s1', 's2', 's3'),
    remoteAddress: fc.constantFrom('10.1.2.3', '192.0.2.7', '2001:db8::1', '203.0.113.9', '::ffff:10.1.2.3'),
    properties: fc.record(
      {
        country: fc.constantFrom('in', 'de', 'padded', 'IN'),
        plan: fc.oneof(fc.constantFrom('pro', 'free', 'NaN', null), fc.constantFrom(18, 1, 1.5), fc.boolean()),
        email: fc.constantFrom('admin@acme.com', 'Ada@globex.in', 'in', ''),
        age: fc.constantFrom(-1, 0, 18, 99.5),
        app: versions,
      },
      // What variants are dealt by.
      { requiredKeys: ['country'] },
    ),
  },
  // Whoever has neither is dealt by lot at each call.
  { requiredKeys: ['userId', 'sessionId', 'properties'] },
);
const visitors = users.map(({ userId, ...visitor }) => (userId === 'in' ? visitor : { userId, ...visitor }));

type Export = typeof exports extends fc.Arbitrary<infer T> ? T : never;
type Visitor = typeof visitors extends fc.Arbitrary<infer T> ? T : never;

const now = Date.parse('2027-01-15T08:00:00.500Z');
const someVisitors = fc.array(visitors, { minLength: 12, maxLength: 12 });

function expectSame(exported: Export, ours: ImportedFlags, all: readonly Visitor[]): void {
  const theirs = unleashOf(exported);
  for (const user of all) {
    const context = contextOf({ user: userOf(user) });
    const asked = { ...user, currentTime: new Date(now) };
    for (const { name } of exported.features) {
      const enables = answered(() => theirs.isEnabled(name, asked, () => false));
      if (enables === unreadable) continue;
      expectSameAnswer([name, user], ours.evaluator.variation<unknown>(name, context, null), enables, ours.yaml);
      if (!ours.resources.some(({ key }) => key === `${name}.variant`)) continue;
      const handedOut = answered(() => theirs.getVariant(name, asked));
      if (handedOut === unreadable) continue;
      const { enabled, name: variant, payload } = handedOut;
      const wanted = { name: variant, enabled, ...(payload === undefined ? {} : { payload }) };
      const given = ours.evaluator.variation<unknown>(`${name}.variant`, context, null);
      expectSameAnswer([name, user], given, wanted, ours.yaml);
    }
  }
}

it('FR-F003 gives everybody what Unleash gives them', async () => {
  await fc.assert(
    fc.asyncProperty(exports, someVisitors, async (exported, all) => {
      const ours = await imported('unleash', exported, { now });
      expect(ours.findings.filter(({ effect }) => effect === 'changed')).toEqual([]);
      expectSame(exported, ours, all);
    }),
    { numRuns: longRun ? 2000 : 60 },
  );
});

/** What everybody has, and what draws lots, which a finding says. */
const there: readonly unknown[] = ['default', 'userId', 'sessionId', 'country', 'random', ''];

/** It deals by what nobody has, at random, or by letters that this SDK reads otherwise than its servers. */
function drawsLots(exported: Export): boolean {
  if (/[^ -~]/u.test(JSON.stringify(exported))) return true;
  const units: unknown[] = [];
  JSON.stringify(exported, (name, value: unknown) => {
    if (name === 'stickiness' && typeof value === 'string') units.push(value);
    return value;
  });
  return units.some((unit) => !there.includes(unit));
}

it('FR-F003 whatever is odd in an export is translated as well, or named', async () => {
  await fc.assert(
    fc.asyncProperty(exports, mutations, fc.boolean(), someVisitors, async (exported, list, isTyped, all) => {
      const odd = mutated(exported, list, isTyped);
      const ours = await imported('unleash', odd, { now });
      if (!isTyped || ours.findings.some(({ effect }) => effect === 'changed') || drawsLots(odd)) return;
      expectSame(odd, ours, all);
    }),
    { numRuns: longRun ? 5000 : 40 },
  );
});
