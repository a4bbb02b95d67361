import type { Session } from '../../../../db/contract.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { TenantFacts } from '../../evaluation/ruleset.ts';
import { fitsType, grantedAs } from '../../impact/entitlements/plan-value.ts';
import { selectOverrides } from './queries.ts';

type AgreedFacts = NonNullable<TenantFacts['overrides']>;

/**
 * What rulesets say of overrides, by tenant: of the live entitlements given, by key, or of those among them that
 * `tenantId` has. What has expired at `now` is left out.
 */
export async function overrideFacts(
  session: Session,
  entitlements: ReadonlyMap<string, JsonObject>,
  { now, tenantId }: { readonly now: Date; readonly tenantId?: string },
): Promise<ReadonlyMap<string, AgreedFacts>> {
  const rows = await selectOverrides(session, {
    entitlements: [...entitlements.keys()],
    ...(tenantId === undefined ? {} : { tenantId }),
  });
  const facts = new Map<string, { [entitlement: string]: AgreedFacts[string] }>();
  for (const { entitlement, expiresAt, tenantId: tenant, value } of rows) {
    const body = entitlements.get(entitlement);
    if (body === undefined || !fitsType(body, value) || (expiresAt !== null && expiresAt <= now)) continue;
    const granted = grantedAs(body, value) !== null;
    const of = facts.get(tenant) ?? {};
    of[entitlement] = expiresAt === null ? { granted } : { granted, until: expiresAt.getTime() };
    facts.set(tenant, of);
  }
  return facts;
}
