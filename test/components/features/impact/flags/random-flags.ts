// A small random configuration of flags and what they rest on, what is wanted instead of it, and who was seen.
import fc from 'fast-check';
import type { Json, JsonObject } from '../../../../../src/engine/json.ts';
import { resource } from '../../../../support/control-plane.ts';
import type { Resource } from '../../../../../src/engine/resource.ts';

export interface RandomFlags {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
  readonly contexts: readonly JsonObject[];
  readonly plans: readonly (readonly [tenant: string, plan: string])[];
  readonly agreed: readonly { readonly tenant: string; readonly value: boolean }[];
}

const tenantKeys = ['globex', 'hooli', 'initech'];
const variation = fc.constantFrom('on', 'off', 'other');
const place = fc.constantFrom('in', 'de', 'us');

const condition: fc.Arbitrary<Json> = fc.oneof(
  place.map((value) => ({ 'user.place': value })),
  fc.nat(60).map((age) => ({ 'user.age': { atLeast: age } })),
  fc.constantFrom('pro', 'free').map((plan) => ({ 'tenant.plan': plan })),
  fc.constantFrom('inner', 'outer').map((segment) => ({ segment })),
  fc.constantFrom('inner', 'outer').map((segment) => ({ not: { segment } })),
  fc.nat(100).map((percent) => ({ share: { percent } })),
);
const serving: fc.Arbitrary<Json> = fc.oneof(
  variation,
  fc.nat(100).map((on) => ({ rollout: { on, off: 100 - on } })),
  fc.nat(100).map((on) => ({ rollout: { on, other: 100 - on }, by: 'tenant.key' })),
);
const variations = fc.constantFrom<Json>(
  { on: 1, off: 0, other: 2 },
  { on: 1, off: 0, other: 1 },
  { on: 3, off: 0, other: 2 },
);

function flag(prerequisites: readonly string[]): fc.Arbitrary<JsonObject> {
  return fc.record(
    {
      variations,
      state: fc.constantFrom('on', 'on', 'on', 'off', 'archived'),
      offVariation: variation,
      entitlement: fc.constant('export'),
      prerequisites: fc.constantFrom<JsonObject>({}, ...prerequisites.map((key) => ({ [key]: ['on', 'other'] }))),
      targets: fc.constantFrom({ other: { user: ['u1', 'u2'] } }, { on: { tenant: ['globex'] } }),
      rules: fc.array(fc.record({ if: condition, serve: serving }, { noNullPrototype: true }), { maxLength: 2 }),
      fallthrough: serving,
      salt: fc.constantFrom('a', 'b'),
      owner: fc.constantFrom('x', 'y'),
    },
    {
      requiredKeys: prerequisites.length === 0 ? ['variations', 'fallthrough'] : ['variations', 'prerequisites'],
      noNullPrototype: true,
    },
  );
}

const segment = (inner: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> =>
  fc.record(
    {
      include: fc.constantFrom({ user: ['u1'] }, { tenant: ['hooli'] }),
      exclude: fc.constantFrom({ user: ['u3'] }),
      rules: fc.array(fc.record({ if: inner }, { noNullPrototype: true }), { maxLength: 2 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
const ofUsers = place.map((value): Json => ({ 'user.place': value }));

const state = fc
  .record({
    first: fc.option(flag([])),
    second: fc.option(flag([])),
    resting: fc.option(flag(['first'])),
    inner: segment(ofUsers),
    outer: segment(fc.oneof(ofUsers, fc.constant<Json>({ segment: 'inner' }))),
    granted: fc.subarray(['free', 'pro']),
  })
  .map(({ first, granted, inner, outer, resting, second }): readonly Resource[] => [
    resource('Plan', 'free', { rank: 1 }),
    resource('Plan', 'pro', { rank: 2 }),
    resource('Entitlement', 'export', {
      type: 'switch',
      plans: Object.fromEntries(granted.map((plan) => [plan, true])),
    }),
    resource('Segment', 'inner', inner),
    resource('Segment', 'outer', outer),
    ...(first === null ? [] : [resource('Flag', 'first', first)]),
    ...(second === null ? [] : [resource('Flag', 'second', second)]),
    ...(resting === null || first === null ? [] : [resource('Flag', 'resting', resting)]),
  ]);

/** Now and then the second flag is renamed, with its salt or without, and the entitlement too. */
const renaming = fc.constantFrom('second', 'export', null, null);

function renamed(resources: readonly Resource[], from: string | null): readonly Resource[] {
  if (from === null) return resources;
  return resources.map((one) => {
    const { entitlement, ...body } = one.body;
    const kept = entitlement === undefined ? body : { ...body, entitlement: from === 'export' ? 'exports' : 'export' };
    return one.key === from ? { ...one, body: kept, key: `${from}s`, movedFrom: from } : { ...one, body: kept };
  });
}

const context = fc
  .record({
    user: fc.record(
      { key: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'), place, age: fc.nat(80) },
      { requiredKeys: ['key'], noNullPrototype: true },
    ),
    tenant: fc.option(
      fc.record(
        { key: fc.constantFrom(...tenantKeys), plan: fc.constantFrom('free', 'pro') },
        { requiredKeys: ['key'], noNullPrototype: true },
      ),
      { nil: undefined },
    ),
  })
  .map(({ tenant, user }): JsonObject => ({ user, ...(tenant === undefined ? {} : { tenant }) }));

export const randomFlags: fc.Arbitrary<RandomFlags> = fc
  .record({
    before: state,
    after: state,
    kept: fc.subarray(['first', 'second', 'resting', 'inner', 'outer']),
    moved: renaming,
    contexts: fc.uniqueArray(context, {
      maxLength: 12,
      selector: ({ tenant, user }) => JSON.stringify([keyIn(user), keyIn(tenant)]),
    }),
    plans: fc
      .subarray(tenantKeys)
      .chain((some) =>
        fc.tuple(...some.map((tenant) => fc.tuple(fc.constant(tenant), fc.constantFrom('free', 'pro')))),
      ),
    agreed: fc
      .subarray(tenantKeys)
      .chain((some) =>
        fc.tuple(...some.map((tenant) => fc.record({ tenant: fc.constant(tenant), value: fc.boolean() }))),
      ),
  })
  .map(({ after, before, kept, moved, ...rest }) => {
    // Much stays as it is, so that what changes can be told apart.
    const known = new Map(before.map((one) => [one.key, one]));
    const mixed = after.map((one) => (kept.includes(one.key) ? (known.get(one.key) ?? one) : one));
    const has = new Set(before.map(({ key }) => key));
    return { ...rest, before, after: renamed(mixed, moved !== null && has.has(moved) ? moved : null) };
  });

function keyIn(value: Json | undefined): Json {
  return (value as JsonObject | undefined)?.['key'] ?? null;
}
