import { and, count, desc, eq } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { auditPersonal, auditPrunings } from '../tables.ts';

export type PruningRow = Omit<typeof auditPrunings.$inferSelect, 'environmentId'>;

/** @param tenantId null: of the environment and all its tenants */
export async function selectPrunings(
  { environmentId, tx }: Session,
  tenantId: string | null,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: readonly PruningRow[]; readonly total: number }> {
  const { environmentId: environment, ...columns } = {
    environmentId: auditPrunings.environmentId,
    tenantId: auditPrunings.tenantId,
    id: auditPrunings.id,
    first: auditPrunings.first,
    last: auditPrunings.last,
    entries: auditPrunings.entries,
    location: auditPrunings.location,
    digest: auditPrunings.digest,
    prunedAt: auditPrunings.prunedAt,
  };
  const here = and(
    eq(environment, environmentId),
    tenantId === null ? undefined : eq(auditPrunings.tenantId, tenantId),
  );
  const items = await tx
    .select(columns)
    .from(auditPrunings)
    .where(here)
    .orderBy(desc(auditPrunings.id))
    .limit(limit)
    .offset(offset);
  const [found] = await tx.select({ total: count() }).from(auditPrunings).where(here);
  return { items, total: found?.total ?? 0 };
}

/** Of how many entries the personal part is gone. @param tenantId null: of all tenants */
export async function erasePersonal(
  { environmentId, tx }: Session,
  tenantId: string | null,
  subject: string,
): Promise<number> {
  const { rowCount } = await tx
    .delete(auditPersonal)
    .where(
      and(
        eq(auditPersonal.environmentId, environmentId),
        tenantId === null ? undefined : eq(auditPersonal.tenantId, tenantId),
        eq(auditPersonal.subject, subject),
      ),
    );
  return rowCount ?? 0;
}
