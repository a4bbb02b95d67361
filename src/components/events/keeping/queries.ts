import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import type { Transaction } from '../../../db/contract.ts';
import { domainEvents, environments } from '../../../db/tables/index.ts';
import { receivedEvents, webhookDeliveries } from '../tables.ts';

export async function selectEnvironmentIds(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.select({ id: environments.id }).from(environments).orderBy(asc(environments.id));
  return rows.map(({ id }) => id);
}

/** Deletes so many of the oldest events of an environment from before then; answers with how many there were. */
export async function deleteEvents(
  tx: Transaction,
  environmentId: string,
  before: Date,
  most: number,
): Promise<number> {
  const oldest = tx
    .select({ id: domainEvents.id })
    .from(domainEvents)
    .where(and(eq(domainEvents.environmentId, environmentId), lt(domainEvents.createdAt, before)))
    .orderBy(asc(domainEvents.createdAt))
    .limit(most);
  const { rowCount } = await tx.delete(domainEvents).where(inArray(domainEvents.id, oldest));
  return rowCount ?? 0;
}

export async function deleteDeliveries(tx: Transaction, before: Date, most: number): Promise<number> {
  const oldest = tx
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(lt(webhookDeliveries.createdAt, before))
    .orderBy(asc(webhookDeliveries.createdAt))
    .limit(most);
  const { rowCount } = await tx.delete(webhookDeliveries).where(inArray(webhookDeliveries.id, oldest));
  return rowCount ?? 0;
}

export async function deleteReceived(tx: Transaction, before: Date): Promise<void> {
  await tx.delete(receivedEvents).where(lt(receivedEvents.receivedAt, before));
}
