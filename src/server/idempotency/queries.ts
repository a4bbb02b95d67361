import { and, eq, lt, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/contract.ts';
import { idempotencyKeys } from '../../db/tables/index.ts';

export interface IdempotencyId {
  readonly environmentId: string;
  /** Id of the key that asks, with the tenant and user it asks for. Another key may be allowed less, so it must never be given this one's answers. */
  readonly caller: string;
  readonly operation: string;
  readonly key: string;
}

export type StoredAnswerRow = typeof idempotencyKeys.$inferSelect;

/** Takes the key for the rest of the transaction; false when another transaction holds it. */
export async function tryLockKey(tx: Transaction, id: IdempotencyId): Promise<boolean> {
  const name = JSON.stringify(['idempotency', id.environmentId, id.caller, id.operation, id.key]);
  const result = await tx.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked`,
  );
  return result.rows[0]?.locked === true;
}

export async function selectAnswer(tx: Transaction, id: IdempotencyId): Promise<StoredAnswerRow | undefined> {
  const rows = await tx.select().from(idempotencyKeys).where(isKey(id));
  return rows[0];
}

export async function insertAnswer(tx: Transaction, row: typeof idempotencyKeys.$inferInsert): Promise<void> {
  await tx.insert(idempotencyKeys).values(row);
}

export async function deleteAnswer(tx: Transaction, id: IdempotencyId): Promise<void> {
  await tx.delete(idempotencyKeys).where(isKey(id));
}

/** Removes the answers of every environment that were given before `instant`. */
export async function deleteAnswersBefore(tx: Transaction, instant: Date): Promise<void> {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, instant));
}

function isKey({ environmentId, caller, operation, key }: IdempotencyId) {
  return and(
    eq(idempotencyKeys.environmentId, environmentId),
    eq(idempotencyKeys.caller, caller),
    eq(idempotencyKeys.operation, operation),
    eq(idempotencyKeys.key, key),
  );
}
