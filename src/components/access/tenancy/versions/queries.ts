import { sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { accessVersions } from '../../tables.ts';

/**
 * Raises the access versions of these tenants. Every statement that may change what somebody within a tenant may do
 * stands in one transaction with this. Writers of one tenant wait for each other here, always in the order of ids.
 */
export async function raiseVersions(session: Session, tenantIds: readonly string[]): Promise<void> {
  if (tenantIds.length === 0) return;
  const ids = [...new Set(tenantIds)].toSorted();
  await session.tx
    .insert(accessVersions)
    .values(ids.map((tenantId) => ({ environmentId: session.environmentId, tenantId, version: 1 })))
    .onConflictDoUpdate({
      target: [accessVersions.environmentId, accessVersions.tenantId],
      set: { version: sql`${accessVersions.version} + 1` },
    });
}
