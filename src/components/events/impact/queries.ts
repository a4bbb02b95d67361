import { sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';

/** Events of one type and tenant. */
export interface CountedEvents {
  /** Null: of the environment as a whole. */
  readonly tenantId: string | null;
  readonly type: string;
  readonly count: number;
}

/** How many there were since a moment; null where there are more than `most` of them in all. */
export async function countEvents(
  { environmentId, tx }: Session,
  since: Date,
  most: number,
): Promise<readonly CountedEvents[] | null> {
  const { rows } = await tx.execute<Record<string, unknown> & CountedEvents>(sql`
    SELECT tenant_id AS "tenantId", type, count(*)::int AS count
    FROM (
      SELECT tenant_id, type FROM domain_events
      WHERE environment_id = ${environmentId} AND created_at >= ${since.toISOString()}::timestamptz LIMIT ${most + 1}
    ) AS events
    GROUP BY tenant_id, type ORDER BY type, tenant_id`);
  return rows.reduce((sum, { count }) => sum + count, 0) > most ? null : rows;
}

/** Calls of endpoints that are still to be made, by type of event. */
export interface CountedDeliveries {
  readonly endpoint: string;
  readonly type: string;
  readonly count: number;
}

export async function countPending(
  { environmentId, tx }: Session,
  endpoints: readonly string[],
): Promise<readonly CountedDeliveries[]> {
  const { rows } = await tx.execute<Record<string, unknown> & CountedDeliveries>(sql`
    SELECT endpoint, event_type AS type, count(*)::int AS count FROM webhook_deliveries
    WHERE environment_id = ${environmentId} AND endpoint = ANY(${sql.param([...endpoints])}::text[]) AND state = 'pending'
    GROUP BY endpoint, event_type ORDER BY endpoint, event_type`);
  return rows;
}
