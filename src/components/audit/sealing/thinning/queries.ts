import { sql } from 'drizzle-orm';
import type { Session, SessionScope, Transaction } from '../../../../db/contract.ts';
import { asRetention } from '../../retention/queries.ts';

/** Environments with checkpoints signed before that moment of which it is not decided yet whether they stay. */
export async function selectWithPassing(tx: Transaction, before: Date): Promise<readonly SessionScope[]> {
  const { rows } = await tx.execute<{ projectId: string; environmentId: string }>(sql`
    SELECT project_id AS "projectId", id AS "environmentId" FROM environments e WHERE EXISTS (
      SELECT FROM audit_checkpoints WHERE environment_id = e.id AND NOT lasting
        AND signed_at < ${before.toISOString()}::timestamptz)`);
  return rows;
}

/**
 * Of the oldest checkpoints before a moment that begins a day, deletes those that another of their chain followed on the
 * same day, and marks the others as those that stay; not more than `most`. Says how many they were.
 */
export async function thinOut(session: Session, before: Date, most: number): Promise<number> {
  const { environmentId, tx } = session;
  const { rows } = await asRetention(session, () =>
    tx.execute<{ seen: number }>(sql`
      WITH passing AS MATERIALIZED (
        SELECT one.tenant_id, one.size,
          (one.signed_at AT TIME ZONE 'UTC')::date = (next.signed_at AT TIME ZONE 'UTC')::date AS followed
        FROM (
          SELECT tenant_id, size, signed_at FROM audit_checkpoints
          WHERE environment_id = ${environmentId} AND NOT lasting AND signed_at < ${before.toISOString()}::timestamptz
          ORDER BY signed_at LIMIT ${most}
        ) AS one
        LEFT JOIN LATERAL (
          SELECT signed_at FROM audit_checkpoints
          WHERE environment_id = ${environmentId} AND tenant_id = one.tenant_id AND size > one.size ORDER BY size LIMIT 1
        ) AS next ON true
      ), gone AS (
        DELETE FROM audit_checkpoints AS c USING passing
        WHERE c.environment_id = ${environmentId} AND c.tenant_id = passing.tenant_id AND c.size = passing.size AND followed
      ), kept AS (
        UPDATE audit_checkpoints AS c SET lasting = true FROM passing
        WHERE c.environment_id = ${environmentId} AND c.tenant_id = passing.tenant_id AND c.size = passing.size
          AND followed IS NOT TRUE
      )
      SELECT count(*)::int AS seen FROM passing`),
  );
  return rows[0]?.seen ?? 0;
}
