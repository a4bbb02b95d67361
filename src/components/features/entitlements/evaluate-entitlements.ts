import type { JsonObject, Json } from '../../../engine/json.ts';
import { memberOf } from '../../../engine/json-fields.ts';
import { fitsType, type Granted, grantedAs } from '../impact/entitlements/plan-value.ts';
import { compileEntitlement } from '../ruleset/compile-entitlement.ts';
import type { EntitlementAccess } from './access.ts';

/** What is on sale, as live or as in files. */
export interface EntitlementOffer {
  /** Bodies of the entitlements, by key. */
  readonly entitlements: ReadonlyMap<string, JsonObject>;
  /** Keys of the plans on sale, lowest first. */
  readonly plans: readonly string[];
}

/** What is known of one tenant. */
export interface TenantSituation {
  /** Key of the plan that it is on. */
  readonly plan: string | null;
  /** By entitlement. One that has expired counts for nothing. */
  readonly overrides: ReadonlyMap<string, { readonly value: Json; readonly expiresAt: Date | null }>;
  /** By entitlement, in the present period. */
  readonly used: ReadonlyMap<string, { readonly used: bigint; readonly resetsAt: Date | null }>;
}

/**
 * What a tenant has of each of `features`, in their order. Pure, and total: a key that no entitlement has is answered
 * like the others.
 */
export function evaluateEntitlements(
  { entitlements, plans }: EntitlementOffer,
  situation: TenantSituation,
  { features, now }: { readonly features: readonly string[]; readonly now: Date },
): { readonly [feature: string]: EntitlementAccess } {
  return Object.fromEntries(
    features.map((feature) => {
      const body = entitlements.get(feature);
      if (body === undefined) return [feature, { entitled: false, type: 'unknown', reason: 'unknown_entitlement' }];
      return [feature, accessOf(feature, body, plans, situation, now)];
    }),
  );
}

/** The value that decides: of an override in force, else of the plan. */
function decidingValue(
  feature: string,
  body: JsonObject,
  { overrides, plan }: Pick<TenantSituation, 'overrides' | 'plan'>,
  now: Date,
): { readonly value: Json | undefined; readonly source: 'plan' | 'override'; readonly expiresAt: Date | null } {
  const override = overrides.get(feature);
  if (override !== undefined && isInForce(override, now) && fitsType(body, override.value)) {
    return { ...override, source: 'override' };
  }
  const value = plan === null ? undefined : memberOf(body['plans'], plan);
  return { value, source: 'plan', expiresAt: null };
}

/** Until the very moment of its end, exclusive. */
export function isInForce({ expiresAt }: { readonly expiresAt: Date | null }, now: Date): boolean {
  return expiresAt === null || now < expiresAt;
}

function accessOf(
  feature: string,
  body: JsonObject,
  plans: readonly string[],
  situation: TenantSituation,
  now: Date,
): EntitlementAccess {
  const { value, source, expiresAt } = decidingValue(feature, body, situation, now);
  const ground = { source, ...(expiresAt === null ? {} : { expiresAt: expiresAt.toISOString() }) };
  const granted = grantedAs(body, value);
  if (granted === null) {
    const requiredPlan = source === 'plan' ? compileEntitlement(body, plans).requiredPlan : null;
    return {
      entitled: false,
      type: typeOf(body),
      ...(requiredPlan === null ? {} : { requiredPlan }),
      reason: source === 'plan' ? 'plan_restriction' : 'override',
      ...ground,
    };
  }
  switch (granted.type) {
    case 'switch':
      return { entitled: true, type: 'switch', ...ground };
    case 'custom':
      return { entitled: true, type: 'custom', level: granted.level, ...ground };
    default:
      return { ...amountOf(body, granted, situation.used.get(feature)), ...ground };
  }
}

type Type = Exclude<EntitlementAccess['type'], 'unknown'>;
const types: readonly Type[] = ['switch', 'quantity', 'range', 'custom'];

function typeOf(body: JsonObject): Type {
  return types.find((type) => type === body['type']) ?? 'custom';
}

const exceeding = ['refuse', 'bill', 'allow'] as const;

function amountOf(
  body: JsonObject,
  { beyond, max, min }: Granted & { readonly type: 'amount' },
  count: { readonly used: bigint; readonly resetsAt: Date | null } | undefined,
) {
  const most = Number.isFinite(max) ? max : null;
  const used = count === undefined ? undefined : Number(count.used);
  const resetsAt = count?.resetsAt ?? null;
  return {
    entitled: true as const,
    ...(body['type'] === 'range'
      ? { type: 'range' as const, min, max: most }
      : { type: 'quantity' as const, limit: most }),
    ...(most === null ? { unlimited: true as const } : {}),
    ...(used === undefined ? {} : { used, ...(most === null ? {} : { remaining: Math.max(0, most - used) }) }),
    whenExceeded: exceeding[beyond] ?? 'refuse',
    ...(resetsAt === null ? {} : { resetsAt: resetsAt.toISOString() }),
  };
}
