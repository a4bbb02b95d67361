import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Session, Transaction } from '../../../db/contract.ts';
import { auditReceipts } from '../tables.ts';

export type ReceiptRow = Omit<typeof auditReceipts.$inferSelect, 'environmentId'>;

/**
 * Claims the keys of entries. Who comes second under a key waits here until the first has committed or given up, so that
 * neither is recorded twice nor answered before it lasts. All claim them in one order, so that no two who send the same
 * keys wait for each other.
 *
 * @returns the keys that were free, each with its tenant before it
 */
export async function insertReceipts(session: Session, rows: readonly ReceiptRow[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const named = rows.map((row) => [receiptName(row), row] as const);
  const ordered = named.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const inserted = await session.tx
    .insert(auditReceipts)
    .values(ordered.map(([, row]) => ({ ...row, environmentId: session.environmentId })))
    .onConflictDoNothing()
    .returning({ tenantId: auditReceipts.tenantId, key: auditReceipts.key });
  return new Set(inserted.map(receiptName));
}

export async function selectReceipts(session: Session, keys: readonly string[]): Promise<readonly ReceiptRow[]> {
  if (keys.length === 0) return [];
  const columns = {
    tenantId: auditReceipts.tenantId,
    key: auditReceipts.key,
    entryId: auditReceipts.entryId,
    contentHash: auditReceipts.contentHash,
    recordedAt: auditReceipts.recordedAt,
  };
  return session.tx
    .select(columns)
    .from(auditReceipts)
    .where(and(eq(auditReceipts.environmentId, session.environmentId), inArray(auditReceipts.key, [...keys])));
}

/** How many were forgotten. */
export async function deleteReceiptsBefore(tx: Transaction, before: Date, most: number): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    DELETE FROM audit_receipts WHERE ctid IN (
      SELECT ctid FROM audit_receipts WHERE ${lt(auditReceipts.recordedAt, before)} LIMIT ${most})`);
  return rowCount ?? 0;
}

export function receiptName({ key, tenantId }: { readonly key: string; readonly tenantId: string }): string {
  return JSON.stringify([tenantId, key]);
}
