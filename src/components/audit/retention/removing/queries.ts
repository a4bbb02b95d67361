import { and, asc, eq, gt, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
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

type ArchiveId = Pick<StoredArchive, 'id' | 'tenantId'>;

/** Until when it is this server's to remove, as the database writes it; null: somebody else has it, or it is gone. */
export async function claimArchive(session: Session, archive: ArchiveId, milliseconds: number): Promise<string | null> {
  // By the clock as it is, which goes on while applies are waited for.
  const { rows } = await asRetention(session, () =>
    session.tx.execute<{ until: string }>(sql`
      UPDATE audit_prunings SET removing_until = clock_timestamp() + ${milliseconds} * interval '1 ms'
      WHERE ${isArchive(session, archive)} AND removed_at IS NULL
        AND (removing_until IS NULL OR removing_until < clock_timestamp())
      RETURNING removing_until::text AS until`),
  );
  return rows[0]?.until ?? null;
}

/** It is not removed after all. What somebody else has claimed meanwhile stays theirs. */
export async function releaseArchive(session: Session, archive: ArchiveId, until: string): Promise<void> {
  await asRetention(session, () =>
    session.tx.execute(sql`
      UPDATE audit_prunings SET removing_until = NULL
      WHERE ${isArchive(session, archive)} AND removing_until = ${until}::timestamptz`),
  );
}

/** False when somebody else has done so. */
export async function markRemoved(session: Session, archive: ArchiveId, now: Date): Promise<boolean> {
  const { rowCount } = await asRetention(session, () =>
    session.tx.execute(sql`
      UPDATE audit_prunings SET removed_at = ${now.toISOString()}::timestamptz, removing_until = NULL
      WHERE ${isArchive(session, archive)} AND removed_at IS NULL`),
  );
  return rowCount === 1;
}

function isArchive({ environmentId }: Session, { id, tenantId }: ArchiveId): SQL {
  return sql`environment_id = ${environmentId} AND tenant_id = ${tenantId} AND id = ${id}`;
}

/** Those that some server is removing at this moment. */
export async function selectBeingRemoved({
  environmentId,
  tx,
}: Session): Promise<readonly (KeptArchive & Pick<StoredArchive, 'id'>)[]> {
  return tx
    .select({
      id: auditPrunings.id,
      tenantId: auditPrunings.tenantId,
      policies: auditPrunings.policies,
      prunedAt: auditPrunings.prunedAt,
    })
    .from(auditPrunings)
    .where(
      and(
        eq(auditPrunings.environmentId, environmentId),
        isNull(auditPrunings.removedAt),
        gt(auditPrunings.removingUntil, sql`clock_timestamp()`),
      ),
    )
    .orderBy(asc(auditPrunings.id));
}
