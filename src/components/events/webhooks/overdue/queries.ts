import { sql } from 'drizzle-orm';
import type { SessionScope, Transaction } from '../../../../db/contract.ts';
import { longestAsked } from '../retry-schedule.ts';

export interface Overdue extends SessionScope {
  readonly endpoint: string;
}

/** Endpoints that are called, of all environments, with a delivery that should have been called before then. Not those that asked to be left alone. */
export async function selectOverdue(tx: Transaction, before: Date): Promise<readonly Overdue[]> {
  const at = before.toISOString();
  const heldAtMost = new Date(before.getTime() + longestAsked).toISOString();
  // Steps from endpoint to endpoint in the index: how much is pending for each does not matter.
  const { rows } = await tx.execute<{ projectId: string; environmentId: string; endpoint: string }>(sql`
    WITH RECURSIVE of_endpoints AS (
      (SELECT environment_id, endpoint FROM webhook_deliveries WHERE state = 'pending'
        ORDER BY environment_id, endpoint LIMIT 1)
      UNION ALL
      SELECT next.environment_id, next.endpoint FROM of_endpoints, LATERAL (
        SELECT environment_id, endpoint FROM webhook_deliveries
        WHERE state = 'pending' AND (environment_id, endpoint) > (of_endpoints.environment_id, of_endpoints.endpoint)
        ORDER BY environment_id, endpoint LIMIT 1) next
    )
    SELECT e.project_id AS "projectId", e.id AS "environmentId", o.endpoint
    FROM of_endpoints o JOIN environments e ON e.id = o.environment_id
    LEFT JOIN webhook_states s ON s.environment_id = o.environment_id AND s.endpoint = o.endpoint
    WHERE s.disabled_at IS NULL
      AND (s.held_until IS NULL OR s.held_until NOT BETWEEN ${at}::timestamptz AND ${heldAtMost}::timestamptz)
      AND EXISTS (
      SELECT FROM webhook_deliveries d
      WHERE d.environment_id = o.environment_id AND d.endpoint = o.endpoint AND d.state = 'pending'
        AND d.due_at < ${at}::timestamptz AND (d.taken_until IS NULL OR d.taken_until < ${at}::timestamptz))`);
  return rows;
}
