import { sql } from 'drizzle-orm';
import type { Database } from '../../../db/contract.ts';

/** Opens the partitions of this month and of the next, where they are not open yet. */
export async function openMonths(database: Pick<Database, 'withControlPlane'>, now: Date): Promise<void> {
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  await database.withControlPlane('write', async (tx) => {
    for (const month of [now, next])
      await tx.execute(sql`SELECT dream_open_month(${month.toISOString()}::timestamptz)`);
  });
}
