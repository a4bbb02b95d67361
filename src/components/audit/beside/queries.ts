import { inArray } from 'drizzle-orm';
import type { Transaction } from '../../../db/contract.ts';
import { environments } from '../../../db/tables/index.ts';
import { auditEntries } from '../tables.ts';

/** What environments are called, by id. */
export async function selectEnvironmentKeys(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ id: environments.id, key: environments.key })
    .from(environments)
    .where(inArray(environments.id, [...ids]));
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** PostgreSQL takes 65,535 parameters in a statement. */
const rowsPerStatement = 1000;

export async function insertEntries(
  tx: Transaction,
  rows: readonly (typeof auditEntries.$inferInsert)[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await tx.insert(auditEntries).values(rows.slice(start, start + rowsPerStatement));
  }
}
