import fc from 'fast-check';
import type { JsonObject } from '../../src/engine/json.ts';
import type { Resource } from '../../src/engine/resource.ts';
import { resource } from './control-plane.ts';

// Random valid configurations of a handful of kinds that refer to each other. Keys come from small pools, so that
// two configurations overlap: some resources stay, some change, some go.

const amount = fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2));
const text = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
const planKeys = ['free', 'basic', 'pro', 'enterprise'] as const;
const flagKeys = Array.from({ length: 12 }, (_, index) => `flag-${index}`);

const plan = fc.record(
  {
    name: text,
    description: text,
    prices: fc.record({ USD: fc.record({ monthly: amount, annual: amount }) }),
    rank: fc.nat(50),
  },
  { requiredKeys: [] },
);
const entitlement = (plans: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc.record({
    type: fc.constant('quantity'),
    plans: fc.dictionary(fc.constantFrom(...plans), fc.oneof(fc.nat(10_000), fc.constant('unlimited')), {
      minKeys: 1,
      noNullPrototype: true,
    }),
  });
const flag = fc.record(
  {
    variations: fc.constant({ on: true, off: false }),
    fallthrough: fc.oneof(
      fc.constantFrom('on', 'off'),
      fc.integer({ min: 0, max: 100 }).map((on) => ({ rollout: { on, off: 100 - on }, by: 'user.key' })),
    ),
    tags: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 4 }),
    labels: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 10 }), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  },
  { requiredKeys: ['variations'] },
);

export const configurations: fc.Arbitrary<readonly Resource[]> = fc
  .subarray([...planKeys], { minLength: 1 })
  .chain((plans) =>
    fc
      .record({
        plans: fc.tuple(...plans.map((key) => plan.map((body) => resource('Plan', key, body as JsonObject)))),
        entitlements: fc
          .subarray(['seats', 'projects', 'api-calls'])
          .chain((keys) =>
            fc.tuple(...keys.map((key) => entitlement(plans).map((body) => resource('Entitlement', key, body)))),
          ),
        flags: fc
          .subarray(flagKeys)
          .chain((keys) =>
            fc.tuple(...keys.map((key) => flag.map((body) => resource('Flag', key, body as JsonObject)))),
          ),
      })
      .map(({ plans: some, entitlements, flags }) => [...some, ...entitlements, ...flags]),
  );
