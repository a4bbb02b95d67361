import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PgInsertValue } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../../db/contract.ts';
import { beyond, inOrder } from '../../../../db/follow/beyond.ts';
import type { Place } from '../../../../db/follow/place.ts';
import { domainEvents, environments, followers, resources } from '../../../../db/tables/index.ts';
import { webhookDeliveries, webhookStates } from '../../tables.ts';

export type NewDelivery = PgInsertValue<typeof webhookDeliveries>;

const eventColumns = {
  id: domainEvents.id,
  transaction: domainEvents.transaction,
  environmentId: domainEvents.environmentId,
  tenantId: domainEvents.tenantId,
  type: domainEvents.type,
  createdAt: domainEvents.createdAt,
};

/** Of all environments, in order, of those that nothing can come before any more. */
export async function selectEventsBeyond(tx: Transaction, place: Place, limit: number) {
  return tx
    .select(eventColumns)
    .from(domainEvents)
    .where(beyond(domainEvents, place))
    .orderBy(inOrder(domainEvents))
    .limit(limit);
}

/** Seconds since the oldest event that the follower has not read happened, whether it may be read already or not; 0: none. */
export async function selectBehind(tx: Transaction, follower: string, now: Date): Promise<number> {
  const { rows } = await tx.execute<{ seconds: number }>(sql`
    SELECT greatest(0, extract(epoch FROM ${now.toISOString()}::timestamptz - next.created_at))::float8 AS seconds
    FROM ${followers} AS place CROSS JOIN LATERAL (
      SELECT ${domainEvents.createdAt} AS created_at FROM ${domainEvents}
      WHERE (${domainEvents.transaction}, ${domainEvents.id}) > (place.transaction, place.id)
      ORDER BY ${inOrder(domainEvents)} LIMIT 1) AS next
    WHERE place.name = ${follower}`);
  return rows[0]?.seconds ?? 0;
}

/** The endpoints of these environments. */
export async function selectEndpoints(tx: Transaction, environmentIds: readonly string[]) {
  return tx
    .select({
      environmentId: resources.environmentId,
      projectId: environments.projectId,
      key: resources.key,
      body: resources.body,
      createdAt: resources.createdAt,
      disabledAt: webhookStates.disabledAt,
      begun: webhookStates.begun,
    })
    .from(resources)
    .innerJoin(environments, eq(environments.id, resources.environmentId))
    .leftJoin(
      webhookStates,
      and(eq(webhookStates.environmentId, resources.environmentId), eq(webhookStates.endpoint, resources.key)),
    )
    .where(and(eq(resources.kind, 'WebhookEndpoint'), inArray(resources.environmentId, [...environmentIds])));
}

/** Of this transaction's own number. */
export const ownTransaction = sql<string>`dream_transaction()`;

/** PostgreSQL takes 65,535 parameters in a statement. */
const rowsPerStatement = 2_000;

/** One that is there already stays as it is. */
export async function insertDeliveries(tx: Transaction, rows: readonly NewDelivery[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await tx
      .insert(webhookDeliveries)
      .values(rows.slice(start, start + rowsPerStatement))
      .onConflictDoNothing();
  }
}
