import type { Session } from '../../../db/contract.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { textOf } from '../../../engine/json-fields.ts';
import type { Counted, Ports } from '../../ports.ts';
import { quotaOf } from './counts/quota-of.ts';
import type { EntitlementOffer, TenantSituation } from './evaluate-entitlements.ts';
import { selectOverrides } from './overrides/queries.ts';

/** What `features` are evaluated from: the tenant's plan, its overrides, and what it has used. */
export async function readSituation(
  session: Session,
  ports: Ports,
  { entitlements }: EntitlementOffer,
  { tenantId, features, now }: { readonly tenantId: string; readonly features: readonly string[]; readonly now: Date },
): Promise<TenantSituation> {
  const known = features.filter((feature) => entitlements.has(feature));
  const counted = known.flatMap((key) => countedOf(tenantId, key, entitlements.get(key) ?? {}) ?? []);
  const overrides = await selectOverrides(session, { tenantId, entitlements: known });
  return {
    plan: (await ports.plans?.planOf(session, tenantId)) ?? null,
    overrides: new Map(overrides.map((row) => [row.entitlement, row])),
    used: await quotaOf(ports).used(session, counted, now),
  };
}

/** Null for what there is no amount of. */
export function countedOf(tenantId: string, entitlement: string, body: JsonObject): Counted | null {
  if (body['type'] !== 'quantity' && body['type'] !== 'range') return null;
  const meter = textOf(body['meter']);
  return {
    tenantId,
    entitlement,
    resets: textOf(body['resets']) ?? 'period',
    ...(meter === undefined ? {} : { meter }),
  };
}
