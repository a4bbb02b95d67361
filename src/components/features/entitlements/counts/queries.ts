import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { entitlementCounts } from '../tables.ts';
import type { Period } from './period.ts';

export interface CountKey {
  readonly tenantId: string;
  readonly entitlement: string;
}

export interface CountRow extends CountKey {
  readonly resets: string;
  readonly periodStart: Date;
  readonly used: bigint;
}

const columns = {
  tenantId: entitlementCounts.tenantId,
  entitlement: entitlementCounts.entitlement,
  resets: entitlementCounts.resets,
  periodStart: entitlementCounts.periodStart,
  used: entitlementCounts.used,
};

/** Of the latest period in which something was counted, which may be over. */
export async function selectCounts(
  session: Session,
  tenants: readonly string[],
  entitlements: readonly string[],
): Promise<readonly CountRow[]> {
  if (tenants.length === 0 || entitlements.length === 0) return [];
  return session.tx
    .select(columns)
    .from(entitlementCounts)
    .where(and(ofEntitlements(session, entitlements), inArray(entitlementCounts.tenantId, [...tenants])));
}

/** Whether anything of the entitlement has ever been counted, for whichever tenant. */
export async function isCounted(session: Session, entitlement: string): Promise<boolean> {
  const rows = await session.tx
    .select({ entitlement: entitlementCounts.entitlement })
    .from(entitlementCounts)
    .where(ofEntitlements(session, [entitlement]))
    .limit(1);
  return rows.length > 0;
}

/**
 * Adds to the count of the period, or begins a new one, unless more than `limit` would be used: then nothing is
 * written. One statement, so that whoever takes from the same count at the same time waits, and then looks again at
 * what is there. A clock that is behind another server's does not bring back a period that is over.
 */
export async function addToCount(
  session: Session,
  { entitlement, tenantId }: CountKey,
  { resets, start }: Period,
  { amount, limit }: { readonly amount: bigint; readonly limit: bigint | null },
): Promise<{ readonly periodStart: Date; readonly used: bigint } | undefined> {
  if (limit !== null && amount > limit) return undefined;
  const goesOn = sql`${entitlementCounts.resets} = excluded.resets
    and ${entitlementCounts.periodStart} >= excluded.period_start`;
  const used = sql`case when ${goesOn} then ${entitlementCounts.used} else 0 end + excluded.used`;
  const [row] = await session.tx
    .insert(entitlementCounts)
    .values({ environmentId: session.environmentId, tenantId, entitlement, resets, periodStart: start, used: amount })
    .onConflictDoUpdate({
      target: [entitlementCounts.environmentId, entitlementCounts.tenantId, entitlementCounts.entitlement],
      set: {
        resets,
        periodStart: sql`case when ${goesOn} then ${entitlementCounts.periodStart} else excluded.period_start end`,
        used,
      },
      ...(limit === null ? {} : { setWhere: sql`${used} <= ${limit}` }),
    })
    .returning({ periodStart: entitlementCounts.periodStart, used: entitlementCounts.used });
  return row;
}

/** How much was there to be taken away, and what is left; undefined where nothing was ever counted. */
export async function takeFromCount(
  session: Session,
  { entitlement, tenantId }: CountKey,
  amount: bigint,
): Promise<{ readonly released: bigint; readonly used: bigint } | undefined> {
  const of = and(ofEntitlements(session, [entitlement]), eq(entitlementCounts.tenantId, tenantId));
  const [before] = await session.tx
    .select({ used: entitlementCounts.used })
    .from(entitlementCounts)
    .where(of)
    .for('update');
  if (before === undefined) return undefined;
  const released = before.used < amount ? before.used : amount;
  const used = before.used - released;
  await session.tx.update(entitlementCounts).set({ used }).where(of);
  return { released, used };
}

export async function deleteCounts({ environmentId, tx }: Session, tenantId: string): Promise<void> {
  await tx
    .delete(entitlementCounts)
    .where(and(eq(entitlementCounts.environmentId, environmentId), eq(entitlementCounts.tenantId, tenantId)));
}

function ofEntitlements({ environmentId }: Session, entitlements: readonly string[]): SQL | undefined {
  return and(
    eq(entitlementCounts.environmentId, environmentId),
    inArray(entitlementCounts.entitlement, [...entitlements]),
  );
}
