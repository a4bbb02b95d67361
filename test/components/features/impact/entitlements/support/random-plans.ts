import fc from 'fast-check';
import type { Json, JsonObject } from '../../../../../../src/engine/json.ts';

/** A small random pricing table: what is applied first, what is wanted then, and which tenants are on what. */
export interface RandomPlans {
  readonly environment: 'development' | 'production';
  /** YAML documents with what they say differently for production. */
  readonly before: string;
  readonly after: string;
  readonly tenants: readonly (readonly [tenant: string, plan: string])[];
  /** In place of plans, until they expire. */
  readonly overrides: readonly Agreed[];
  /** By meter, then by tenant. A meter that is not there is counted by nobody. */
  readonly used: { readonly [meter: string]: { readonly [tenant: string]: number } };
}

export interface Agreed {
  readonly tenant: string;
  readonly entitlement: string;
  readonly value: Json;
  readonly expiresAt: string | null;
}

export const tenants = ['globex', 'hooli', 'initech', 'wayne'];
const planKeys = ['free', 'pro', 'team'];
const types = { analytics: 'switch', calls: 'quantity', exports: 'quantity', seats: 'range', support: 'custom' };
const entitlementKeys = Object.keys(types) as (keyof typeof types)[];
const meters = ['calls', 'exports', 'uncounted'];

/** New names of what is renamed. */
function newName(key: string): string {
  return `${key}-renamed`;
}

/** What is renamed is compared under the name it had. */
export function formerName(key: string): string {
  return key.endsWith(newName('')) ? key.slice(0, -newName('').length) : key;
}

const whenExceeded = fc.constantFrom<Json>('refuse', 'bill', 'allow');
const limit = fc.constantFrom<Json>(0, 1, 2.5, 5, 10, 'unlimited');
const values: { readonly [type: string]: fc.Arbitrary<Json> } = {
  switch: fc.boolean(),
  quantity: fc.oneof(limit, fc.record({ limit, whenExceeded }, { requiredKeys: ['limit'], noNullPrototype: true })),
  range: fc.record(
    { min: fc.constantFrom(0, 1, 3), max: fc.constantFrom<Json>(3, 5, 10, 'unlimited'), whenExceeded },
    { requiredKeys: ['max'], noNullPrototype: true },
  ),
  custom: fc.constantFrom('low', 'middle', 'high'),
};

const levels = fc.constantFrom<Json>(['low', 'middle', 'high'], ['high', 'low', 'middle']);
const meter = fc.constantFrom<Json>('calls', ...meters);
const amounts = { whenExceeded, resets: fc.constantFrom<Json>('daily', 'monthly', 'never', 'period') };
const more: { readonly [type: string]: fc.Arbitrary<JsonObject> } = {
  switch: fc.constant({}),
  quantity: fc.record({ ...amounts, meter }, { requiredKeys: [], noNullPrototype: true }),
  range: fc.record({ ...amounts, meter }, { requiredKeys: [], noNullPrototype: true }),
  custom: fc.record({ levels }, { requiredKeys: [], noNullPrototype: true }),
};

interface DrawnEntitlement {
  readonly body: JsonObject;
  readonly plans: { readonly [plan: string]: Json };
  /** For production, over what all environments have; null takes away. */
  readonly overlay: { readonly [plan: string]: Json };
}

const mostly = fc.nat(3).map((one) => one > 0);

/** A value for some of the keys. */
function forSome<T>(keys: readonly string[], drawn: fc.Arbitrary<T>): fc.Arbitrary<{ readonly [key: string]: T }> {
  return fc
    .tuple(...keys.map((key) => fc.tuple(fc.constant(key), mostly, drawn)))
    .map((all) => Object.fromEntries(all.flatMap(([key, isThere, value]) => (isThere ? [[key, value] as const] : []))));
}

const drawnEntitlement = (type: string): fc.Arbitrary<DrawnEntitlement> => {
  const value = values[type] ?? fc.constant(null);
  const byPlan = (drawn: fc.Arbitrary<Json>) => forSome(planKeys, drawn);
  return fc.record({
    body: more[type] ?? fc.constant({}),
    plans: byPlan(value),
    overlay: byPlan(fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })),
  });
};

const world: fc.Arbitrary<World> = fc.record({
  plans: fc.subarray(planKeys, { minLength: 1 }),
  default: fc.constantFrom(null, ...planKeys),
  entitlements: fc.tuple(...entitlementKeys.map((key) => fc.option(drawnEntitlement(types[key]), { freq: 5 }))),
});
interface World {
  readonly plans: readonly string[];
  readonly default: string | null;
  readonly entitlements: readonly (DrawnEntitlement | null)[];
}

const overrides: fc.Arbitrary<readonly Agreed[]> = fc
  .tuple(
    ...tenants.flatMap((tenant) =>
      entitlementKeys.map((entitlement) => {
        const agreed: fc.Arbitrary<Agreed> = fc.record({
          tenant: fc.constant(tenant),
          entitlement: fc.constant(entitlement),
          value: values[types[entitlement]] ?? fc.constant(null),
          expiresAt: fc.constantFrom(null, '2001-01-01T00:00:00Z', '2999-01-01T00:00:00Z'),
        });
        return fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: agreed });
      }),
    ),
  )
  .map((all) => all.filter((one) => one !== null));

const usage = forSome(tenants, fc.nat(12));

export const randomPlans: fc.Arbitrary<RandomPlans> = fc
  .record({
    environment: fc.constantFrom('development', 'production'),
    before: world,
    drawn: world,
    keep: fc.array(fc.boolean(), { minLength: entitlementKeys.length, maxLength: entitlementKeys.length }),
    keepPlans: fc.boolean(),
    renamed: fc.subarray([...planKeys, ...entitlementKeys]),
    tenants: fc.tuple(
      ...tenants.map((tenant) =>
        fc.tuple(fc.constant(tenant), fc.constantFrom(...planKeys, ...planKeys, newName('pro'), 'gone', null)),
      ),
    ),
    overrides,
    used: fc.record({ calls: usage, exports: usage }),
  })
  .map(({ before, drawn, environment, keep, keepPlans, overrides: agreed, renamed, tenants: on, used }) => {
    const after = {
      ...drawn,
      plans: keepPlans ? before.plans : drawn.plans,
      // Each is as it was as often as not, so that most of a changeset is no change.
      entitlements: drawn.entitlements.map((one, index) =>
        keep[index] === true ? (before.entitlements[index] ?? null) : one,
      ),
    };
    const moved = renamed.filter((key) => isIn(before, key) && isIn(after, key));
    return {
      environment,
      before: documents(before, []),
      after: documents(after, moved),
      tenants: on.flatMap(([tenant, plan]) => (plan === null ? [] : [[tenant, plan] as const])),
      overrides: agreed,
      used,
    };
  });

function isIn({ entitlements, plans }: World, key: string): boolean {
  const index = entitlementKeys.findIndex((one) => one === key);
  return index === -1 ? plans.includes(key) : entitlements[index] !== null;
}

/** Documents as somebody would write them, in the part of YAML that is JSON. */
function documents(drawn: World, moved: readonly string[]): string {
  const named = (key: string) => (moved.includes(key) ? { key: newName(key), movedFrom: key } : { key });
  const inPlans = (plans: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(plans).flatMap(([plan, value]) =>
        drawn.plans.includes(plan) ? [[named(plan).key, value] as const] : [],
      ),
    );
  const written = [
    ...meters.map((key) => ({ kind: 'Meter', key })),
    ...drawn.plans.map((key) => ({
      kind: 'Plan',
      ...named(key),
      ...(drawn.default === key ? { default: true } : {}),
    })),
    ...drawn.entitlements.flatMap((one, index) => {
      const key = entitlementKeys[index];
      if (one === null || key === undefined) return [];
      return [
        {
          kind: 'Entitlement',
          ...named(key),
          type: types[key],
          ...one.body,
          plans: inPlans(one.plans),
          environments: { production: { plans: inPlans(overlayOn(one)) } },
        },
      ];
    }),
  ];
  return written.map((document) => JSON.stringify(document)).join('\n---\n');
}

/** Only what is there can be taken away. */
function overlayOn({ overlay, plans }: DrawnEntitlement): JsonObject {
  return Object.fromEntries(Object.entries(overlay).filter(([plan, value]) => value !== null || plan in plans));
}
