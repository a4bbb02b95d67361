import { sql } from 'drizzle-orm';
import type { Transaction } from '../contract.ts';

/**
 * Seconds for which the oldest transaction under way has been holding back whoever follows rows; 0 when none does. A
 * transaction that writes anything, anywhere in the database, holds all followers back until it ends.
 */
export async function secondsHeldBack(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute<{ seconds: number }>(sql`
    SELECT coalesce(extract(epoch FROM max(clock_timestamp() - xact_start)), 0)::float8 AS seconds
    FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL`);
  return rows[0]?.seconds ?? 0;
}
