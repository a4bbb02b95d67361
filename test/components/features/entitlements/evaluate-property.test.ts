import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type EntitlementOffer,
  evaluateEntitlements,
  type TenantSituation,
} from '../../../../src/components/features/entitlements/evaluate-entitlements.ts';
import type { Json, JsonObject } from '../../../../src/engine/json.ts';

const now = new Date('2026-11-20T09:00:00Z');
const features = ['switch', 'quantity', 'range', 'custom', 'other', '__proto__'];
const plans = ['free', 'pro', 'team'];

const top = fc.constantFrom<Json>(0, 1, 2.5, 10, 'unlimited');
const rule = fc.constantFrom('refuse', 'bill', 'allow');
const noNullPrototype = true;
const limit = fc.record({ limit: top, whenExceeded: rule }, { requiredKeys: ['limit'], noNullPrototype });
const range = fc.record(
  { min: fc.constantFrom(0, 1), max: top, whenExceeded: rule },
  { requiredKeys: [], noNullPrototype },
);
const values: { readonly [type: string]: fc.Arbitrary<Json> } = {
  switch: fc.boolean(),
  quantity: fc.oneof<fc.Arbitrary<Json>[]>(top, limit),
  range,
  custom: fc.constantFrom('low', 'high', '10', 'unlimited'),
};
const any = fc.oneof(...Object.values(values));

const entitlement = (type: string): fc.Arbitrary<JsonObject | null> =>
  fc.option(
    fc.record({
      type: fc.constant(type),
      plans: fc.dictionary(fc.constantFrom(...plans), values[type] ?? any, { noNullPrototype: true }),
      ...(type === 'quantity' || type === 'range' ? { whenExceeded: rule } : {}),
    }),
    { freq: 6 },
  );

const drawn = fc.record({
  entitlements: fc.tuple(...Object.keys(values).map(entitlement)),
  order: fc.shuffledSubarray(plans),
  plan: fc.constantFrom(null, 'gone', ...plans),
  // Some of another type than the entitlement has now.
  overrides: fc.dictionary(
    fc.constantFrom(...features),
    fc.record({ value: any, expiresAt: fc.constantFrom(null, -1, 0, 1) }),
    { noNullPrototype: true },
  ),
  used: fc.dictionary(fc.constantFrom(...features), fc.bigInt(0n, 12n), { noNullPrototype: true }),
});

it('P12 what a tenant has equals what its override, or else its plan, literally says', () => {
  fc.assert(
    fc.property(drawn, ({ entitlements, order, overrides, plan, used }) => {
      const offer: EntitlementOffer = {
        entitlements: new Map(
          entitlements.flatMap((body, index) => (body === null ? [] : [[features[index] ?? '', body] as const])),
        ),
        plans: order,
      };
      const agreed = Object.entries(overrides).map(
        ([key, { value, expiresAt }]) =>
          [key, { value, expiresAt: expiresAt === null ? null : new Date(now.getTime() + expiresAt) }] as const,
      );
      const situation: TenantSituation = {
        plan,
        overrides: new Map(agreed),
        used: new Map(Object.entries(used).map(([key, amount]) => [key, { used: amount, resetsAt: null }])),
      };
      const answers = Object.entries(evaluateEntitlements(offer, situation, { features, now }));
      expect(answers.map(([key]) => key)).toStrictEqual(features);
      for (const [feature, { ...answer }] of answers) expect(answer).toStrictEqual(truth(feature, offer, situation));
    }),
    { numRuns: 2000 },
  );
});

/** What each plan's words mean, one case after another. */
function truth(feature: string, { entitlements, plans: order }: EntitlementOffer, tenant: TenantSituation): JsonObject {
  const body = entitlements.get(feature);
  if (body === undefined) return { entitled: false, type: 'unknown', reason: 'unknown_entitlement' };
  const type = typeof body['type'] === 'string' ? body['type'] : '';
  const byPlan = new Map(Object.entries(body['plans'] ?? {})) as ReadonlyMap<string, Json>;
  const agreed = tenant.overrides.get(feature);
  const holds =
    agreed !== undefined &&
    (agreed.expiresAt === null || agreed.expiresAt.getTime() > now.getTime()) &&
    read(type, agreed.value, body) !== 'unfit';
  const value = holds ? agreed.value : byPlan.get(tenant.plan ?? '');
  const ground = {
    source: holds ? 'override' : 'plan',
    ...(holds && agreed.expiresAt !== null ? { expiresAt: agreed.expiresAt.toISOString() } : {}),
  };
  const granted = value === undefined ? 'nothing' : read(type, value, body);
  if (typeof granted === 'string') {
    const enough = order.filter((plan) => {
      const offered = byPlan.get(plan);
      return offered !== undefined && typeof read(type, offered, body) !== 'string';
    });
    return {
      entitled: false,
      type,
      reason: holds ? 'override' : 'plan_restriction',
      ...(holds || enough[0] === undefined ? {} : { requiredPlan: enough[0] }),
      ...ground,
    };
  }
  const count = tenant.used.get(feature)?.used;
  const most = granted['limit'] ?? granted['max'];
  const isAmount = type === 'quantity' || type === 'range';
  return {
    entitled: true,
    type,
    ...granted,
    ...(isAmount && count !== undefined ? { used: Number(count) } : {}),
    ...(isAmount && count !== undefined && typeof most === 'number'
      ? { remaining: Number(count) > most ? 0 : most - Number(count) }
      : {}),
    ...ground,
  };
}

/** `unfit` for the type, `nothing`, or what is answered of it. */
function read(type: string, value: Json, body: JsonObject): JsonObject | 'unfit' | 'nothing' {
  const written = typeof value === 'object' ? (value as JsonObject) : null;
  const whenExceeded = written?.['whenExceeded'] ?? body['whenExceeded'] ?? 'refuse';
  if (type === 'switch') return value === true ? {} : value === false ? 'nothing' : 'unfit';
  if (type === 'custom') return typeof value === 'string' ? { level: value } : 'unfit';
  if (type === 'quantity') {
    const limit = written === null ? value : written['limit'];
    if (limit === 'unlimited') return { limit: null, unlimited: true, whenExceeded };
    if (typeof limit !== 'number') return 'unfit';
    return limit === 0 && whenExceeded === 'refuse' ? 'nothing' : { limit, whenExceeded };
  }
  if (written === null || written['limit'] !== undefined) return 'unfit';
  const min = written['min'] ?? 0;
  const max = written['max'] ?? 'unlimited';
  if (max === 'unlimited') return { min, max: null, unlimited: true, whenExceeded };
  return max === 0 && whenExceeded === 'refuse' ? 'nothing' : { min, max, whenExceeded };
}
