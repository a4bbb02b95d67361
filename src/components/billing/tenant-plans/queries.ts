import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { tenantPlans } from '../tables.ts';

export type TenantPlanRow = Omit<typeof tenantPlans.$inferSelect, 'environmentId'>;

const columns = {
  tenantId: tenantPlans.tenantId,
  plan: tenantPlans.plan,
  assignedBy: tenantPlans.assignedBy,
  assignedAt: tenantPlans.assignedAt,
};

export async function selectTenantPlan(session: Session, tenantId: string): Promise<TenantPlanRow | undefined> {
  const [row] = await session.tx.select(columns).from(tenantPlans).where(isOf(session, tenantId));
  return row;
}

/** Of those among `tenantIds` that are on one. */
export async function selectPlansOf(
  session: Session,
  tenantIds: readonly string[],
): Promise<readonly { readonly plan: string; readonly tenantId: string }[]> {
  if (tenantIds.length === 0) return [];
  const named = sql`${tenantPlans.tenantId} = ANY(${sql.param([...tenantIds])})`;
  return session.tx
    .select({ plan: tenantPlans.plan, tenantId: tenantPlans.tenantId })
    .from(tenantPlans)
    .where(and(eq(tenantPlans.environmentId, session.environmentId), named));
}

/** By plan and tenant id. */
export async function selectTenantsOn(
  session: Session,
  plans: readonly string[],
): Promise<readonly { readonly plan: string; readonly tenantId: string }[]> {
  if (plans.length === 0) return [];
  return session.tx
    .select({ plan: tenantPlans.plan, tenantId: tenantPlans.tenantId })
    .from(tenantPlans)
    .where(and(eq(tenantPlans.environmentId, session.environmentId), inArray(tenantPlans.plan, [...plans])))
    .orderBy(asc(tenantPlans.plan), asc(tenantPlans.tenantId));
}

/** By tenant id. Null when they are more than `most`, of which then none is read. */
export async function selectTenantPlans(
  session: Session,
  most: number,
): Promise<readonly { readonly plan: string; readonly tenantId: string }[] | null> {
  const { environmentId } = session;
  // The row without a name says that there are more: without it, that would look like none.
  const { rows } = await session.tx.execute<{ plan: string; tenantId: string }>(sql`
    WITH beyond AS MATERIALIZED (
      SELECT FROM tenant_plans WHERE environment_id = ${environmentId} OFFSET ${most}::bigint LIMIT 1
    )
    SELECT plan, tenant_id AS "tenantId" FROM tenant_plans
    WHERE environment_id = ${environmentId} AND NOT EXISTS (SELECT FROM beyond)
    UNION ALL SELECT '', '' FROM beyond
    ORDER BY 2`);
  return rows[0]?.tenantId === '' ? null : rows;
}

export async function upsertTenantPlan(session: Session, row: TenantPlanRow): Promise<void> {
  const { plan, assignedBy, assignedAt } = row;
  await session.tx
    .insert(tenantPlans)
    .values({ environmentId: session.environmentId, ...row })
    .onConflictDoUpdate({
      target: [tenantPlans.environmentId, tenantPlans.tenantId],
      set: { plan, assignedBy, assignedAt },
    });
  session.announce('plans');
}

/** False when it was on none. */
export async function deleteTenantPlan(session: Session, tenantId: string): Promise<boolean> {
  const rows = await session.tx
    .delete(tenantPlans)
    .where(isOf(session, tenantId))
    .returning({ tenantId: tenantPlans.tenantId });
  if (rows.length > 0) session.announce('plans');
  return rows.length > 0;
}

function isOf(session: Session, tenantId: string): SQL | undefined {
  return and(eq(tenantPlans.environmentId, session.environmentId), eq(tenantPlans.tenantId, tenantId));
}
