import { sql } from 'drizzle-orm';
import type { Session } from '../contract.ts';

/** Whether the number of a transaction is one that this database has not reached. */
export async function isAhead({ tx }: Session, transaction: string): Promise<boolean> {
  // The last number given to anybody, counted as rows are: the horizon says by how much that differs from PostgreSQL's.
  const { rows } = await tx.execute<{ ahead: boolean }>(sql`
    SELECT ${transaction}::numeric >= dream_horizon()::text::numeric
      + pg_snapshot_xmax(snapshot)::text::numeric - pg_snapshot_xmin(snapshot)::text::numeric AS ahead
    FROM pg_current_snapshot() AS snapshot`);
  return rows[0]?.ahead === true;
}
