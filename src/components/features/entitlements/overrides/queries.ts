import { and, asc, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import type { Json } from '../../../../engine/json.ts';
import type { PageBounds } from '../../../../server/page.ts';
import { entitlementOverrides } from '../tables.ts';

export type OverrideRow = Omit<typeof entitlementOverrides.$inferSelect, 'environmentId'>;

const columns = {
  tenantId: entitlementOverrides.tenantId,
  entitlement: entitlementOverrides.entitlement,
  // As its text: of a value that is a text itself, the driver and drizzle would both take the quotation marks away.
  value: sql<Json>`${entitlementOverrides.value}::text`.mapWith((text: string): Json => JSON.parse(text)),
  reason: entitlementOverrides.reason,
  expiresAt: entitlementOverrides.expiresAt,
  createdBy: entitlementOverrides.createdBy,
  createdAt: entitlementOverrides.createdAt,
};

/** Which overrides: of one tenant, of these entitlements, or both. Expired ones are among them. */
export interface OverrideFilter {
  readonly tenantId?: string;
  readonly entitlements?: readonly string[];
}

/** By tenant and entitlement. */
export async function selectOverrides(
  session: Session,
  filter: OverrideFilter,
  bounds?: PageBounds,
): Promise<readonly OverrideRow[]> {
  if (filter.entitlements?.length === 0) return [];
  const query = session.tx
    .select(columns)
    .from(entitlementOverrides)
    .where(fitting(session, filter))
    .orderBy(asc(entitlementOverrides.tenantId), asc(entitlementOverrides.entitlement));
  return bounds === undefined ? query : query.limit(bounds.limit).offset(bounds.offset);
}

export async function countOverrides(session: Session, filter: OverrideFilter): Promise<number> {
  const [row] = await session.tx.select({ total: count() }).from(entitlementOverrides).where(fitting(session, filter));
  return row?.total ?? 0;
}

/** True when it is new, false when it took the place of another. */
export async function upsertOverride(session: Session, row: OverrideRow): Promise<boolean> {
  const { tenantId: _, entitlement: __, ...values } = row;
  const [written] = await session.tx
    .insert(entitlementOverrides)
    .values({ environmentId: session.environmentId, ...row })
    .onConflictDoUpdate({
      target: [entitlementOverrides.environmentId, entitlementOverrides.tenantId, entitlementOverrides.entitlement],
      set: values,
    })
    // PostgreSQL marks what it updated with the transaction that did.
    .returning({ isNew: sql<boolean>`xmax = 0` });
  return written?.isNew === true;
}

/** False when there was none. Without an entitlement: all of the tenant's. */
export async function deleteOverrides(session: Session, tenantId: string, entitlement?: string): Promise<boolean> {
  const filter = entitlement === undefined ? { tenantId } : { tenantId, entitlements: [entitlement] };
  const rows = await session.tx
    .delete(entitlementOverrides)
    .where(fitting(session, filter))
    .returning({ entitlement: entitlementOverrides.entitlement });
  return rows.length > 0;
}

function fitting(session: Session, { entitlements, tenantId }: OverrideFilter): SQL | undefined {
  return and(
    eq(entitlementOverrides.environmentId, session.environmentId),
    tenantId === undefined ? undefined : eq(entitlementOverrides.tenantId, tenantId),
    entitlements === undefined ? undefined : inArray(entitlementOverrides.entitlement, [...entitlements]),
  );
}
