import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { longRun } from '../../../support/long-run.ts';
import { contextOf, imported, type ImportedFlags } from './support/imported.ts';
import { launchDarkly, type LaunchDarklyAnswers } from './support/launchdarkly.ts';
import { mutated, mutations, unreadable } from './support/mutated.ts';
import { expectSameAnswer } from './support/same-answer.ts';

let theirs: LaunchDarklyAnswers;

beforeAll(async () => {
  theirs = await launchDarkly();
});

afterAll(() => theirs.client.close());

const kinds = fc.constantFrom('user', 'organization', 'device');
const keys = fc.constantFrom('ada', 'bob', 'cy', 'acme', 'globex');
const words = fc.constantFrom('in', 'de', 'pro', 'free', 'a', 'admin@acme.com', 'acme.com', '1', 'true');
const numbers = fc.constantFrom(-1, 0, 1, 17, 18, 99.5);
const moments = fc.constantFrom(
  0,
  1_700_000_000_000,
  1_800_000_000_500,
  '2027-01-31T09:00:00Z',
  '2027-01-31T09:00:00.250+05:30',
);
const versions = fc.constantFrom(
  '1',
  '2.0',
  '2.1.3',
  '2.1.3-beta.2',
  '10.0.0',
  '2.0.0+build',
  'v2.0.0',
  'none',
  '2-beta',
);
const oddVersions = fc.constantFrom(
  ' 2.1.3',
  ' 2.1',
  '2.1 ',
  'V2.1.3',
  '2.1.3.4',
  '02.1.3',
  '2.1.3-01',
  '2.1+a.b',
  ' v2.0.0',
);
const oddMoments = fc.constantFrom(
  '2027-01-31',
  '2027-01-31T09:00:00',
  '2027-01-31T09:00Z',
  '2027-01-31T09:00:00.250999+05:30',
);
const values = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown[]> => fc.array(value, { maxLength: 3 });
const negate = fc.boolean();

function clause(attribute: string, op: fc.Arbitrary<string>, list: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc.record({ attribute: fc.constant(attribute), op, values: values(list), negate, contextKind: kinds });
}

const texts = fc.constantFrom('startsWith', 'endsWith', 'contains');
const orders = fc.constantFrom('lessThan', 'lessThanOrEqual', 'greaterThan', 'greaterThanOrEqual');
const clauses = fc.array(
  fc.oneof(
    clause(
      'country',
      fc.constant('in'),
      fc.oneof(words, numbers, fc.boolean(), fc.constantFrom(null, ['in'], { a: 1 })),
    ),
    clause('groups', fc.constant('in'), words),
    clause('key', fc.constant('in'), keys),
    clause('key', texts, fc.constantFrom('a', 'b', 'ac')),
    clause('email', texts, words),
    clause(
      'email',
      fc.constant('matches'),
      fc.constantFrom('^a', '@acme\\.com$', '[0-9]+', '\\@acme', '^[\\w.-]+@', '(a|d)\\x6d'),
    ),
    clause('age', orders, numbers),
    clause('born', fc.constantFrom('before', 'after'), fc.oneof(moments, oddMoments)),
    clause(
      'app',
      fc.constantFrom('semVerEqual', 'semVerLessThan', 'semVerGreaterThan'),
      fc.oneof(versions, oddVersions),
    ),
    clause('/address/city', fc.constant('in'), words),
    clause('/claims/a~1b.c~0', fc.constant('in'), words),
    clause('app.build no', fc.constant('in'), words),
    clause('anonymous', fc.constant('in'), fc.boolean()),
    clause('kind', fc.constant('in'), kinds),
    fc.record({ attribute: fc.constant('country'), op: fc.constant('in'), values: values(words), negate }),
    fc.record({
      attribute: fc.constant(''),
      op: fc.constant('segmentMatch'),
      values: values(fc.constantFrom('first', 'second', 'third')),
      negate,
    }),
  ),
  { maxLength: 3 },
);

const weights = fc.constantFrom(
  [50_000, 50_000, 0],
  [33_333, 33_333, 33_334],
  [1, 99_999, 0],
  [0, 10_000, 20_000],
  [60_000, 60_000, 1],
  [100_000, 0, 0],
  [0, 0, 100_000],
  [7, 11, 13],
);
const serving = (count: number): fc.Arbitrary<object> =>
  fc.oneof(
    fc.record({ variation: fc.nat(count - 1) }),
    fc.record({
      rollout: fc
        .record(
          {
            kind: fc.constantFrom('rollout', 'experiment'),
            contextKind: kinds,
            bucketBy: fc.constantFrom('key', 'country', 'age', '/address/city', '/claims/a~1b.c~0'),
            seed: fc.constantFrom(61, 0, 1, 4_000_000_000),
            weights,
          },
          { requiredKeys: ['weights'] },
        )
        .map(({ weights: list, ...rest }) => ({
          ...rest,
          variations: list.map((weight, variation) => ({
            variation: variation % count,
            weight,
            ...(variation === 2 ? { untracked: true } : {}),
          })),
        })),
    }),
  );

const target = fc.record({ values: fc.array(keys, { maxLength: 3 }), variation: fc.nat(1) });
const base = (count: number): Record<string, fc.Arbitrary<unknown>> => ({
  on: fc.constantFrom(true, true, true, false),
  offVariation: fc.option(fc.nat(count - 1), { nil: undefined }),
  salt: fc.constantFrom('pepper', 'salt and more'),
  targets: fc.array(target, { maxLength: 2 }),
  contextTargets: fc.array(
    fc.record({ contextKind: kinds, values: fc.array(keys, { maxLength: 2 }), variation: fc.nat(1) }),
    { maxLength: 2 },
  ),
  rules: fc.array(
    fc.tuple(clauses, serving(count)).map(([list, serve]) => ({ clauses: list, ...serve })),
    { maxLength: 3 },
  ),
  fallthrough: serving(count),
});

const flags = fc.record({
  switch: fc.record({ ...base(2), variations: fc.constant([true, false]) }),
  text: fc.record({
    ...base(3),
    variations: fc.constant(['one', 'off', 'a text, with a comma']),
    prerequisites: fc.array(fc.record({ key: fc.constantFrom('switch', 'nowhere'), variation: fc.nat(1) }), {
      maxLength: 1,
    }),
  }),
  json: fc.record({
    ...base(2),
    variations: fc.constant([{ a: 1 }, [1, 2]]),
    prerequisites: fc.array(fc.record({ key: fc.constantFrom('switch', 'text'), variation: fc.nat(1) }), {
      maxLength: 2,
    }),
  }),
  behind: fc.record({
    ...base(2),
    variations: fc.constant([12.5, 0]),
    prerequisites: fc.array(fc.record({ key: fc.constantFrom('json', 'text'), variation: fc.nat(1) }), {
      minLength: 1,
      maxLength: 2,
    }),
    trackEvents: fc.boolean(),
    trackEventsFallthrough: fc.boolean(),
    debugEventsUntilDate: fc.constant(null),
    clientSideAvailability: fc.constant({ usingMobileKey: true, usingEnvironmentId: false }),
    samplingRatio: fc.constant(1),
  }),
});

const kindsOfKeys = fc.array(fc.record({ contextKind: kinds, values: fc.array(keys, { maxLength: 2 }) }), {
  maxLength: 2,
});
const segment = fc.record({
  salt: fc.constantFrom('a', 'b'),
  included: fc.array(keys, { maxLength: 2 }),
  excluded: fc.array(keys, { maxLength: 2 }),
  includedContexts: kindsOfKeys,
  excludedContexts: kindsOfKeys,
  rules: fc.array(
    fc.record(
      {
        clauses,
        weight: fc.constantFrom(0, 1, 20_000, 100_000),
        bucketBy: fc.constantFrom('key', 'country'),
        rolloutContextKind: kinds,
      },
      { requiredKeys: ['clauses'] },
    ),
    { maxLength: 2 },
  ),
});

/** A segment that asks for itself is an error there and here, and of no use to anybody. */
function without(name: string, source: object): object {
  const text = JSON.stringify(source, (_, value: unknown) =>
    Array.isArray(value) ? value.filter((one) => one !== name) : value,
  );
  return JSON.parse(text) as object;
}

const attributes = {
  key: keys,
  country: fc.oneof(words, numbers, fc.boolean(), fc.constant(null)),
  groups: fc.array(words, { maxLength: 3 }),
  email: words,
  age: numbers,
  born: moments,
  app: versions,
  address: fc.record({ city: words }),
  claims: fc.record({ 'a/b.c~': words }),
  'app.build no': words,
  anonymous: fc.boolean(),
};
const one = fc.record(attributes, { requiredKeys: ['key'] });
const contexts = fc
  .record({ user: one, organization: one, device: one }, { requiredKeys: [] })
  .filter((context) => Object.keys(context).length > 0)
  .map((context) => ({ kind: 'multi', ...context }));

const lists = ['user.groups', 'organization.groups', 'device.groups'];

const exports = fc.tuple(flags, segment, segment, segment).map(([drawn, first, second, third]) => ({
  flags: Object.fromEntries(Object.entries(drawn).map(([key, flag]) => [key, { key, version: 1, ...flag }])),
  segments: {
    first: { key: 'first', version: 1, ...without('first', without('second', without('third', first))) },
    second: { key: 'second', version: 1, ...without('second', without('third', second)) },
    third: { key: 'third', version: 1, ...without('third', third) },
  },
}));

interface Export {
  readonly flags: { readonly [key: string]: object };
  readonly segments: { readonly [key: string]: object };
}

/** What stands below a key has it, whatever else is odd; an empty kind is the usual one, though not to this SDK. */
function withKeys(mutant: Export): Export {
  const exported = JSON.parse(JSON.stringify(mutant).replaceAll('"contextKind":""', '"contextKind":"user"')) as Export;
  const keyed = (all: Export['flags']): Export['flags'] =>
    Object.fromEntries(Object.entries(all ?? {}).map(([key, one]) => [key, { ...one, key, version: 1 }]));
  return { ...exported, flags: keyed(exported.flags), segments: keyed(exported.segments) };
}

/** False where LaunchDarkly's own code cannot read it. */
async function given(exported: Export): Promise<boolean> {
  // What was there before stays there.
  if (Object.keys({ ...exported.flags, ...exported.segments }).length < 7) return false;
  const { data } = theirs;
  try {
    for (const source of Object.values(exported.segments)) await data.usePreconfiguredSegment(structuredClone(source));
    for (const flag of Object.values(exported.flags)) await data.usePreconfiguredFlag(structuredClone(flag));
    return true;
  } catch {
    return false;
  }
}

async function expectSame(exported: Export, ours: ImportedFlags, all: readonly object[]): Promise<void> {
  for (const context of all) {
    for (const key of Object.keys(exported.flags)) {
      const wanted: unknown = await theirs.client.variation(key, context as never, null).catch(() => unreadable);
      if (wanted === unreadable) continue;
      const answer = ours.evaluator.variation<unknown>(key, contextOf(context), null);
      expectSameAnswer([key, context], answer, wanted, ours.yaml);
    }
  }
}

const someContexts = fc.array(contexts, { minLength: 10, maxLength: 10 });

it('FR-F003 gives everybody what LaunchDarkly gives them', async () => {
  await fc.assert(
    fc.asyncProperty(exports, someContexts, async (exported, all) => {
      const ours = await imported('launchdarkly', exported, { lists });
      expect(ours.findings.filter(({ effect }) => effect === 'changed')).toEqual([]);
      expect(await given(exported)).toBe(true);
      await expectSame(exported, ours, all);
    }),
    { numRuns: longRun ? 2000 : 60 },
  );
});

it('FR-F003 whatever is odd in an export is translated as well, or named', async () => {
  await fc.assert(
    fc.asyncProperty(exports, mutations, fc.boolean(), someContexts, async (exported, list, isTyped, all) => {
      const odd = withKeys(mutated(exported, list, isTyped));
      const ours = await imported('launchdarkly', odd, { lists });
      if (!isTyped || ours.findings.some(({ effect }) => effect === 'changed')) return;
      if (await given(odd)) await expectSame(odd, ours, all);
    }),
    { numRuns: longRun ? 5000 : 40 },
  );
});
