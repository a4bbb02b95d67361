import { and, eq } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { auditChains } from '../../tables.ts';

/** Sequence of the newest sealed entry of a chain; 0: it has none. */
export async function selectSize(session: Session, tenantId: string): Promise<number> {
  const [row] = await session.tx
    .select({ size: auditChains.size })
    .from(auditChains)
    .where(and(eq(auditChains.environmentId, session.environmentId), eq(auditChains.tenantId, tenantId)));
  return row === undefined ? 0 : Number(row.size);
}
