import { and, asc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { auditPrunings } from '../../tables.ts';
import { asRetention } from '../queries.ts';
import type { KeptArchive } from './kept-until.ts';

export interface StoredArchive extends KeptArchive {
  readonly id: string;
  readonly location: string;
  readonly entries: number;
}

/** Archives that are still there, written at that moment or before; those behind `after`, by id. */
export async function selectArchives(
  { environmentId, tx }: Session,
  writtenBy: Date,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<readonly StoredArchive[]> {
  const rows = await tx
    .select({
      id: auditPrunings.id,
      tenantId: auditPrunings.tenantId,
      location: auditPrunings.location,
      entries: auditPrunings.entries,
      policies: auditPrunings.policies,
      prunedAt: auditPrunings.prunedAt,
    })
    .from(auditPrunings)
    .where(
      and(
        eq(auditPrunings.environmentId, environmentId),
        isNotNull(auditPrunings.location),
        isNull(auditPrunings.removedAt),
        lte(auditPrunings.prunedAt, writtenBy),
        gt(auditPrunings.id, after),
      ),
    )
    .orderBy(asc(auditPrunings.id))
    .limit(most);
  return rows.flatMap(({ location, ...row }) => (location === null ? [] : [{ ...row, location }]));
}

/** False when somebody else has done so. */
export async function markRemoved(
  session: Session,
  { id, tenantId }: Pick<StoredArchive, 'id' | 'tenantId'>,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await asRetention(session, () =>
    session.tx.execute(sql`
      UPDATE audit_prunings SET removed_at = ${now.toISOString()}::timestamptz
      WHERE environment_id = ${session.environmentId} AND tenant_id = ${tenantId} AND id = ${id} AND removed_at IS NULL`),
  );
  return rowCount === 1;
}
