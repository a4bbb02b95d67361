import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { webhookDeliveries, webhookStates } from '../../tables.ts';
import type { StateRow } from '../calling/queries.ts';

export type { StateRow };

export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** What is known of the endpoints that are renamed; nobody else changes it before the transaction ends. */
export async function takeStates(session: Session, renamings: readonly Renaming[]): Promise<readonly StateRow[]> {
  return session.tx
    .select()
    .from(webhookStates)
    .where(
      ofEndpoints(
        session,
        renamings.map(({ from }) => from),
      ),
    )
    .for('update');
}

/** What was known of an endpoint that had the name before is forgotten, and nothing is known of a name that is left. */
export async function replaceStates(
  session: Session,
  renamings: readonly Renaming[],
  moved: readonly StateRow[],
): Promise<void> {
  const concerned = renamings.flatMap(({ from, to }) => [from, to]);
  await session.tx.update(webhookStates).set(nothingKnown).where(ofEndpoints(session, concerned));
  for (const { endpoint, environmentId, ...known } of moved) {
    await session.tx
      .insert(webhookStates)
      .values({ environmentId, endpoint, ...known })
      .onConflictDoUpdate({ target: [webhookStates.environmentId, webhookStates.endpoint], set: known });
  }
}

const nothingKnown: Omit<StateRow, 'environmentId' | 'endpoint'> = {
  disabledAt: null,
  disabledBecause: null,
  failingSince: null,
  secret: null,
  previousSecret: null,
  previousUntil: null,
  ratedSince: null,
  rated: 0,
  heldUntil: null,
  begun: null,
};

/** This transaction makes them. What was known of an endpoint that had the name before, such as its secret, holds again. */
export async function beginEndpoints({ environmentId, tx }: Session, endpoints: readonly string[]): Promise<void> {
  for (const endpoint of endpoints) {
    const known = { begun: sql<string>`dream_transaction()`, heldUntil: null };
    await tx
      .insert(webhookStates)
      .values({ environmentId, endpoint, ...known })
      .onConflictDoUpdate({ target: [webhookStates.environmentId, webhookStates.endpoint], set: known });
  }
}

/** Where an endpoint that had the name before was told of the same event, that delivery is nobody's any more. */
export async function moveDeliveries({ environmentId, tx }: Session, { from, to }: Renaming): Promise<void> {
  await tx.execute(sql`
    UPDATE webhook_deliveries d SET endpoint = '~' || d.id
    WHERE d.environment_id = ${environmentId} AND d.endpoint = ${to} AND EXISTS (
      SELECT FROM webhook_deliveries m
      WHERE m.environment_id = ${environmentId} AND m.endpoint = ${from} AND m.event_id = d.event_id)`);
  await tx
    .update(webhookDeliveries)
    .set({ endpoint: to })
    .where(and(eq(webhookDeliveries.environmentId, environmentId), eq(webhookDeliveries.endpoint, from)));
}

function ofEndpoints({ environmentId }: Session, endpoints: readonly string[]) {
  return and(eq(webhookStates.environmentId, environmentId), inArray(webhookStates.endpoint, [...endpoints]));
}
