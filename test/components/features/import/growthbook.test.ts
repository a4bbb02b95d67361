import { GrowthBook } from '@growthbook/growthbook';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longRun } from '../../../support/long-run.ts';
import { contextOf, imported, type ImportedFlags } from './support/imported.ts';
import { answered, mutated, mutations, unreadable } from './support/mutated.ts';
import { expectSameAnswer } from './support/same-answer.ts';

const texts = fc.constantFrom('in', 'de', 'free', 'pro', 'IN', 'null', '');
const numbers = fc.constantFrom(-3, 0, 1, 18, 21.5, 100);
const versions = fc.constantFrom('1.2.3', '1.10.0', '2.0.0-beta.1', '2.0.0', '10.0.1');

const test = {
  text: fc.oneof(
    texts,
    fc.record({ $eq: texts }),
    fc.record({ $ne: texts }),
    fc.record({ $in: fc.array(fc.oneof(texts, fc.constant(null)), { maxLength: 3 }) }),
    fc.record({ $nin: fc.array(texts, { maxLength: 3 }) }),
    fc.record({ $ini: fc.array(texts, { maxLength: 3 }) }),
    fc.record({ $nini: fc.array(texts, { minLength: 1, maxLength: 3 }) }),
    fc.record({ $regex: fc.constantFrom('^i', 'n', '^(de|fr)$', 'null', '[A-Z]') }),
    fc.record({ $regexi: fc.constantFrom('^I', 'N$') }),
    fc.record({ $exists: fc.boolean() }),
    fc.record({ $not: fc.record({ $in: fc.array(texts, { minLength: 1, maxLength: 3 }) }) }),
    fc.record({ $inGroup: fc.constantFrom('countries', 'missing', 'tagged') }),
    fc.record({ $notInGroup: fc.constantFrom('countries', 'missing', 'tagged') }),
    fc.constant(null),
  ),
  number: fc.oneof(
    numbers,
    ...(['$eq', '$ne', '$lt', '$lte', '$gt', '$gte'] as const).map((name) =>
      numbers.map((limit) => ({ [name]: limit })),
    ),
    fc.tuple(numbers, numbers).map(([from, to]) => ({ $gte: from, $lt: to })),
  ),
  version: fc.oneof(
    ...(['$veq', '$vne', '$vlt', '$vlte', '$vgt', '$vgte'] as const).map((name) =>
      fc.oneof(versions, fc.constantFrom('v2.0.0', '2.0.0+build.7')).map((to) => ({ [name]: to })),
    ),
    ...(['$vlt', '$vgte'] as const).map((name) => fc.constantFrom('2', '2.0', 'v1.10').map((to) => ({ [name]: to }))),
  ),
  list: fc.oneof(
    fc.record({ $in: fc.array(fc.oneof(texts, fc.constant(null)), { maxLength: 3 }) }),
    fc.record({ $nin: fc.array(fc.oneof(texts, fc.constant(null)), { maxLength: 3 }) }),
    fc.record({ $ini: fc.array(texts, { minLength: 1, maxLength: 3 }) }),
    fc.record({ $nini: fc.array(texts, { maxLength: 3 }) }),
    fc.record({ $inGroup: fc.constantFrom('countries', 'missing', 'tagged') }),
    fc.record({ $notInGroup: fc.constantFrom('countries', 'missing', 'tagged') }),
    fc.record({ $exists: fc.boolean() }),
    fc.record({ $eq: texts }),
    fc.record({ $not: fc.record({ $elemMatch: fc.record({ $in: fc.array(texts, { minLength: 1, maxLength: 3 }) }) }) }),
    fc.record({ $elemMatch: fc.record({ $ini: fc.array(texts, { minLength: 1, maxLength: 3 }) }) }),
    fc.record({ $all: fc.array(texts, { maxLength: 2 }) }),
    fc.record({ $alli: fc.array(texts, { maxLength: 2 }) }),
    fc.record({ $size: fc.oneof(fc.nat(3), fc.record({ $gt: fc.nat(2) })) }),
    fc.record({ $elemMatch: fc.record({ $eq: texts }) }),
  ),
};

const leaf = fc.oneof(
  fc.record({ country: test.text }),
  fc.record({ plan: test.text }),
  fc.record({ id: fc.oneof(fc.constantFrom('u1', 'u2'), fc.record({ $in: fc.constant(['u1', 'u3']) })) }),
  fc.record({ age: test.number }),
  fc.record({ 'company.size': test.number }),
  fc.record({ beta: fc.boolean() }),
  fc.record({ version: test.version }),
  fc.record({ groups: test.list }),
  fc.record({ country: test.text, age: test.number }),
  fc.record({ $savedGroup: fc.record({ id: fc.constantFrom('tagged', 'conditional', 'nested', 'nobody') }) }),
);

const { condition } = fc.letrec<{ condition: object }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ $or: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ $and: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ $nor: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ $not: tie('condition') }),
  ),
}));

const fractions = fc.constantFrom(0, 0.1, 0.25, 0.333, 0.5, 0.7, 0.9999, 1);
const range = fc
  .tuple(fractions, fractions)
  .map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other)]);
const weights = fc.constantFrom([0.5, 0.5], [0.1, 0.9], [0.3333, 0.6667], [0.2, 0.3], [0.995, 0.01]);
const dealing = {
  hashVersion: fc.constantFrom(1, 2),
  seed: fc.constantFrom('first', 'another seed'),
  hashAttribute: fc.constantFrom('id', 'age', 'country'),
};
const filters = fc.array(
  fc.record(
    {
      seed: fc.constant('layer'),
      ranges: fc.array(range, { maxLength: 2 }),
      attribute: fc.constantFrom('id', 'country'),
      hashVersion: fc.constantFrom(1, 2),
    },
    { requiredKeys: ['seed', 'ranges'] },
  ),
  { maxLength: 2 },
);

function ruleOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc.oneof(
    fc.record(
      { force: values, condition, coverage: fractions, range, filters, ...dealing },
      { requiredKeys: ['force'] },
    ),
    fc.record(
      {
        variations: fc.tuple(values, values),
        condition,
        coverage: fractions,
        weights,
        ranges: fc.tuple(range, range),
        namespace: fc.tuple(fc.constantFrom('one', 'two'), fractions, fractions),
        meta: fc.constant([{ key: '0' }, { key: '1', passthrough: true }]),
        filters,
        key: fc.constant('experiment'),
        name: fc.constant('An experiment'),
        phase: fc.constantFrom('0', '3'),
        bucketVersion: fc.constantFrom(0, 2),
        minBucketVersion: fc.constant(0),
        disableStickyBucketing: fc.constantFrom(true, false),
        ...dealing,
      },
      { requiredKeys: ['variations'] },
    ),
    fc.record({ variations: fc.tuple(values, values, values), hashVersion: fc.constantFrom(1, 2) }),
    fc.record(
      {
        variations: fc.tuple(values, values, values),
        coverage: fractions,
        weights: fc.constantFrom([0.3334, 0.3333, 0.3333], [0.2, 0.2, 0.6], [0.05, 0.9, 0.05]),
        hashVersion: fc.constantFrom(1, 2),
        meta: fc.constant([{ key: '0', name: 'Control' }, { key: '1' }, { key: '2' }]),
        fallbackAttribute: fc.constant('deviceId'),
        disableStickyBucketing: fc.constant(true),
      },
      { requiredKeys: ['variations', 'disableStickyBucketing'] },
    ),
  );
}

function featureOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc.record({ defaultValue: values, rules: fc.array(ruleOf(values), { maxLength: 3 }) });
}

const features = fc.record({
  switch: featureOf(fc.boolean()),
  text: featureOf(fc.constantFrom('a', 'b', 'c', 'a text, with a comma', '')),
  size: featureOf(fc.constantFrom(0, 1, 2.5, -7)),
  json: featureOf(fc.constantFrom({ a: 1 }, { a: 2 }, ['x'])),
  gated: fc
    .tuple(
      featureOf(fc.boolean()),
      fc.constantFrom('switch', 'text', 'nowhere'),
      fc.constantFrom({ value: true }, { value: 'a' }, { value: { $in: ['a', 'b'] } }),
    )
    .map(([feature, id, gate]) => ({
      ...feature,
      rules: [{ parentConditions: [{ id, condition: gate, gate: true }] }, ...(feature as { rules: object[] }).rules],
    })),
  behind: fc
    .tuple(
      featureOf(fc.constantFrom(0, 1)),
      fc.array(
        fc.oneof(
          fc.record({
            id: fc.constantFrom('gated', 'switch', 'text'),
            condition: fc.constantFrom({ value: true }, { value: false }, { value: { $exists: true } }),
            gate: fc.constant(true),
          }),
          // Of what has a value always.
          fc.record({
            id: fc.constantFrom('switch', 'text'),
            condition: fc.constantFrom({ value: { $ne: 'b' } }, {}),
            gate: fc.constant(true),
          }),
        ),
        { minLength: 1, maxLength: 2 },
      ),
    )
    .map(([feature, parentConditions]) => ({
      ...feature,
      rules: [{ parentConditions }, ...(feature as { rules: object[] }).rules],
    })),
});

const savedGroups = {
  countries: ['in', 'de'],
  tagged: { type: 'list', attributeKey: 'country', values: ['de', 'IN'] },
  conditional: { type: 'condition', condition: { age: { $gte: 18 } } },
  nested: {
    type: 'condition',
    condition: {
      $or: [{ $savedGroup: { id: 'conditional' } }, { $savedGroup: { id: 'tagged', attributeKey: 'plan' } }],
    },
  },
};

const attributes = fc.record(
  {
    id: fc.oneof(fc.constantFrom('u1', 'u2', 'u3'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })),
    country: fc.constantFrom('in', 'de', 'IN', 'fr', null),
    plan: fc.constantFrom('free', 'pro', '', null),
    age: fc.constantFrom(-5, 0, 1, 17, 18, 21.5, 99),
    beta: fc.boolean(),
    version: versions,
    groups: fc.array(fc.constantFrom('in', 'de', 'pro'), { maxLength: 3 }),
    company: fc.record({ size: fc.constantFrom(0, 1, 18, 500) }),
  },
  { requiredKeys: [] },
);

const exports = features.map((payload) => ({ features: payload, savedGroups }));
type Export = typeof exports extends fc.Arbitrary<infer T> ? T : never;
type User = typeof attributes extends fc.Arbitrary<infer T> ? T : never;

const lists = ['user.groups'];
const someUsers = fc.array(attributes, { minLength: 12, maxLength: 12 });

function expectSame(exported: Export, ours: ImportedFlags, users: readonly User[]): void {
  const theirs = new GrowthBook({ savedGroups: exported.savedGroups as never, features: exported.features as never });
  for (const user of users) {
    void theirs.setAttributes(user);
    const { id, ...others } = user;
    const context = contextOf({ user: { ...others, ...(id === undefined ? {} : { key: id }) } });
    for (const key of Object.keys(exported.features)) {
      const wanted: unknown = answered(() => theirs.evalFeature(key).value);
      if (wanted === unreadable) continue;
      expectSameAnswer([key, user], ours.evaluator.variation<unknown>(key, context, null), wanted, ours.yaml);
    }
  }
  theirs.destroy();
}

it('FR-F003 gives everybody what GrowthBook gives them', async () => {
  await fc.assert(
    fc.asyncProperty(exports, someUsers, async (exported, users) => {
      const ours = await imported('growthbook', exported, { lists });
      expect(ours.findings.filter(({ effect }) => effect === 'changed')).toEqual([]);
      expectSame(exported, ours, users);
    }),
    { numRuns: longRun ? 2000 : 60 },
  );
});

it('FR-F003 whatever is odd in an export is translated as well, or named', async () => {
  await fc.assert(
    fc.asyncProperty(exports, mutations, fc.boolean(), someUsers, async (exported, list, isTyped, users) => {
      const odd = mutated(exported, list, isTyped);
      const ours = await imported('growthbook', odd, { lists });
      if (!isTyped || ours.findings.some(({ effect }) => effect === 'changed')) return;
      expectSame(odd, ours, users);
    }),
    { numRuns: longRun ? 5000 : 40 },
  );
});
