import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { longRun } from '../../../support/long-run.ts';
import { flagd } from './support/flagd.ts';
import { contextOf, imported, type ImportedFlags } from './support/imported.ts';
import { answered, mutated, mutations, unreadable } from './support/mutated.ts';
import { expectSameAnswer } from './support/same-answer.ts';

const variable = (name: string): object => ({ var: name });
const words = fc.constantFrom('in', 'de', 'pro', 'admin@acme.com', '18', '0', 'true');
const numbers = fc.constantFrom(-1, 0, 1, 18, 99.5);
const versions = fc.constantFrom('1', '2.0', '2.1.3', '2.1.3-beta.2', 'v10.0.0');
const country = fc.constant(variable('country'));
const age = fc.constant(variable('age'));
const operation = (name: fc.Arbitrary<string>, ...operands: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<object> =>
  fc.tuple(name, fc.tuple(...operands)).map(([operator, list]) => ({ [operator]: list }));

const equalities = fc.constantFrom('==', '!=', '===', '!==');
const orders = fc.constantFrom('<', '<=', '>', '>=');
const leaf = fc.oneof(
  operation(equalities, country, fc.oneof(words, fc.constant(null))),
  operation(equalities, words, country),
  operation(equalities, age, numbers),
  operation(equalities, fc.constant(variable('beta')), fc.boolean()),
  operation(orders, age, numbers),
  operation(orders, numbers, age),
  operation(fc.constantFrom('<', '<='), numbers, age, numbers),
  operation(fc.constant('in'), country, fc.array(words, { maxLength: 3 })),
  operation(fc.constant('in'), fc.constantFrom('@', 'acme', 'i'), fc.constant(variable('email'))),
  operation(fc.constant('in'), words, fc.constant(variable('groups'))),
  operation(
    fc.constant('in'),
    fc.constant(variable('$flagd.flagKey')),
    fc.constantFrom(['text', 'json'], [], ['truth']),
  ),
  operation(equalities, age, fc.constantFrom(true, null)),
  operation(fc.constantFrom('starts_with', 'ends_with'), fc.constant(variable('email')), fc.constantFrom('a', '.com')),
  operation(fc.constantFrom('starts_with', 'ends_with'), country, fc.constantFrom('i', 'e')),
  operation(
    fc.constant('sem_ver'),
    fc.constant(variable('app')),
    fc.constantFrom('=', '!=', '<', '<=', '>', '>=', '^', '~'),
    versions,
  ),
  operation(fc.constant('=='), fc.constant(variable('$flagd.flagKey')), fc.constantFrom('text', 'switch')),
  operation(
    orders,
    fc.constant(variable('$flagd.timestamp')),
    fc.constantFrom(1_800_000_000, 1_800_000_001, 1_799_999_999),
  ),
  operation(fc.constant('=='), fc.constant(variable('company.size')), numbers),
  fc.constantFrom(
    variable('beta'),
    variable('country'),
    variable('age'),
    { '!': variable('beta') },
    { '!!': [variable('country')] },
  ),
  fc.constantFrom(true, false),
  fc.constantFrom({ $ref: 'adults' }, { $ref: 'shared' }, { $ref: 'either' }),
);

const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ and: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ '!': tie('condition').map((inner) => [inner]) }),
    fc.record({ '!!': tie('condition').map((inner) => [inner]) }),
    fc.record({ if: fc.tuple(tie('condition'), tie('condition'), tie('condition')) }),
  ),
}));

const dealing = fc.constantFrom(
  [],
  [variable('email')],
  [{ cat: [variable('$flagd.flagKey'), variable('email')] }],
  [{ cat: ['salt', variable('targetingKey')] }],
  [{ cat: [variable('$flagd.flagKey'), variable('country')] }],
  [variable('targetingKey')],
  [variable('country')],
  [{ cat: ['a-', variable('$flagd.flagKey'), '-', variable('company.size')] }],
  [{ cat: [variable('$flagd.flagKey'), variable('beta')] }],
);
const weights = fc.constantFrom(
  [25, 75],
  [1, 1],
  [50, 30, 20],
  [0, 10],
  [1, 2, 1],
  [99_999, 1],
  [undefined, undefined],
  [5],
  [0, 0, 5],
  [-5, 10],
  [100, 0, 0],
  [undefined, 3, 1],
);

function targetingOf(names: fc.Arbitrary<string>): fc.Arbitrary<object> {
  const fractional = fc
    .tuple(dealing, weights, fc.array(names, { minLength: 3, maxLength: 3 }))
    .map(([by, list, variants]) => ({
      fractional: [...by, ...list.map((weight, index) => [variants[index], ...(weight === undefined ? [] : [weight])])],
    }));
  const outcome = fc.oneof(names, names, fractional, fc.constant(null));
  const { tree } = fc.letrec<{ tree: object }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.tuple(condition, outcome).map((list) => ({ if: list })),
      fc.tuple(condition, outcome, outcome).map((list) => ({ if: list })),
      fc.tuple(condition, outcome, condition, outcome).map((list) => ({ if: list })),
      fc.tuple(condition, outcome, condition, outcome, condition, outcome, outcome).map((list) => ({ if: list })),
      fractional,
      fc.tuple(condition, tie('tree'), outcome).map((list) => ({ if: list })),
      fc.tuple(condition, outcome, tie('tree')).map((list) => ({ if: list })),
    ),
  }));
  return tree;
}

function flagOf(variants: object): fc.Arbitrary<object> {
  const names = fc.constantFrom(...Object.keys(variants));
  return fc.record(
    {
      // Of one that is off, a variant called so is served here, which a finding says.
      state: fc.constantFrom('ENABLED', 'ENABLED', 'ENABLED', 'off' in variants ? 'ENABLED' : 'DISABLED'),
      variants: fc.constant(variants),
      defaultVariant: names,
      targeting: targetingOf(names),
      metadata: fc.constant({ owner: 'growth', version: 2 }),
    },
    { requiredKeys: ['state', 'variants', 'defaultVariant'] },
  );
}

const flags = fc.record({
  switch: flagOf({ on: true, off: false }),
  text: flagOf({ a: 'one', b: 'two', c: '' }),
  number: flagOf({ low: 0, high: 12.5 }),
  object: flagOf({ x: { a: 1 }, y: { b: [2] } }),
  truth: fc.record({
    state: fc.constant('ENABLED'),
    variants: fc.constant({ true: true, false: false }),
    defaultVariant: fc.constantFrom('true', 'false'),
    targeting: leaf.filter(
      (one) =>
        typeof one === 'object' &&
        !('$ref' in one) &&
        !('var' in one) &&
        !('starts_with' in one) &&
        !('ends_with' in one) &&
        !('sem_ver' in one),
    ),
  }),
});

const users = fc.record(
  {
    targetingKey: fc.constantFrom('ada', 'bob', 'cy', 'dee', 'eve-1'),
    country: fc.oneof(words, fc.constantFrom('', null)),
    email: fc.constantFrom('admin@acme.com', 'bob@globex.in', 'cy@acme.com', ''),
    age: numbers,
    beta: fc.boolean(),
    app: versions,
    groups: fc.array(words, { maxLength: 3 }),
    company: fc.record({ size: numbers }),
  },
  { requiredKeys: ['targetingKey'] },
);

const $evaluators = {
  adults: { '>=': [variable('age'), 18] },
  shared: { and: [{ $ref: 'adults' }, { in: ['@acme.com', variable('email')] }] },
  either: { or: [{ '!': [{ $ref: 'shared' }] }, { '==': [variable('country'), 'in'] }] },
};

const exports = flags.map((drawn) => ({
  flags: drawn,
  // What refers to another stands before it: flagd puts them in place one after the other.
  $evaluators: { either: $evaluators.either, shared: $evaluators.shared, adults: $evaluators.adults },
}));
type Export = typeof exports extends fc.Arbitrary<infer T> ? T : never;

const now = 1_800_000_000_500;
const someUsers = fc.array(users, { minLength: 12, maxLength: 12 });

beforeAll(() => void vi.useFakeTimers({ now, toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

function expectSame(exported: Export, ours: ImportedFlags, all: readonly object[]): void {
  const theirs = flagd();
  if (answered(() => theirs.read(exported)) === unreadable) return;
  for (const user of all) {
    for (const key of Object.keys(exported.flags)) {
      // Without a value, where nothing names a variant: code gets its default, which is null here.
      const given = ours.evaluator.variation<unknown>(key, contextOf(user), null);
      expectSameAnswer([key, user], given, theirs.valueOf(key, user), ours.yaml);
    }
  }
}

it('FR-F003 gives everybody what flagd gives them', async () => {
  await fc.assert(
    fc.asyncProperty(exports, someUsers, async (exported, all) => {
      const ours = await imported('flagd', exported, { now });
      expect(ours.findings.filter(({ effect }) => effect === 'changed')).toEqual([]);
      expectSame(exported, ours, all);
    }),
    { numRuns: longRun ? 2000 : 60 },
  );
});

/** It deals by letters that this SDK hashes by their codes, where flagd itself hashes their bytes, as here. */
function dealsByOtherLetters(exported: Export): boolean {
  const text = JSON.stringify(exported);
  return text.includes('"fractional"') && /[^ -~]/u.test(text);
}

it('FR-F003 whatever is odd in an export is translated as well, or named', async () => {
  await fc.assert(
    fc.asyncProperty(exports, mutations, fc.boolean(), someUsers, async (exported, list, isTyped, all) => {
      const odd = mutated(exported, list, isTyped);
      const ours = await imported('flagd', odd, { now });
      if (!isTyped || ours.findings.some(({ effect }) => effect === 'changed') || dealsByOtherLetters(odd)) return;
      expectSame(odd, ours, all);
    }),
    { numRuns: longRun ? 5000 : 40 },
  );
});
