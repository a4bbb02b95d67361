import { sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';

export interface CountedEntries {
  readonly tenantId: string;
  readonly action: string;
  /** How many were written before each of the moments. */
  readonly before: readonly number[];
}

/**
 * How many entries each tenant has of each action that were written before each of some moments; null where there are
 * more than `most` of them in all.
 */
export async function countEntries(
  { environmentId, tx }: Session,
  moments: readonly Date[],
  most: number,
): Promise<readonly CountedEntries[] | null> {
  const [latest] = moments.toSorted((one, other) => other.getTime() - one.getTime());
  if (latest === undefined) return [];
  const counts = sql.join(
    moments.map((moment) => sql`count(*) FILTER (WHERE recorded_at < ${moment.toISOString()}::timestamptz)::float8`),
    sql`, `,
  );
  const { rows } = await tx.execute<{ tenant: string; action: string; counts: number[]; all: number }>(sql`
    SELECT tenant_id AS tenant, action, ARRAY[${counts}] AS counts, count(*)::float8 AS all
    FROM (
      SELECT tenant_id, action, recorded_at FROM audit_entries
      WHERE environment_id = ${environmentId} AND recorded_at < ${latest.toISOString()}::timestamptz
        AND restored_until IS NULL LIMIT ${most + 1}
    ) AS entries
    GROUP BY tenant_id, action ORDER BY tenant_id, action`);
  if (rows.reduce((sum, { all }) => sum + all, 0) > most) return null;
  return rows.map(({ action, counts: before, tenant }) => ({ tenantId: tenant, action, before }));
}
