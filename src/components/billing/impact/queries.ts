import { and, eq } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { tenantPlans } from '../tables.ts';

/** Tenants on a plan are on it under its new key. */
export async function renameAssignedPlan({ environmentId, tx }: Session, from: string, to: string): Promise<void> {
  await tx
    .update(tenantPlans)
    .set({ plan: to })
    .where(and(eq(tenantPlans.environmentId, environmentId), eq(tenantPlans.plan, from)));
}
