import { and, asc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { domainEvents, environments, resources } from '../../../../db/tables/index.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { eventColumns } from '../../feed/queries.ts';
import { webhookDeliveries, webhookStates } from '../../tables.ts';
import type { Attempt } from '../attempt.ts';
import type { Outcome } from './outcome.ts';
import type { Candidate } from './pick.ts';

export type StateRow = typeof webhookStates.$inferSelect;

/** The configuration of an endpoint, and the mode of its environment; undefined when it is gone. */
export async function selectConfigured(
  session: Session,
  endpoint: string,
): Promise<{ readonly body: JsonObject; readonly mode: 'test' | 'live' } | undefined> {
  const [row] = await session.tx
    .select({ body: resources.body, mode: environments.mode })
    .from(resources)
    .innerJoin(environments, eq(environments.id, resources.environmentId))
    .where(
      and(
        eq(resources.environmentId, session.environmentId),
        eq(resources.kind, 'WebhookEndpoint'),
        eq(resources.key, endpoint),
      ),
    );
  return row;
}

/** What is known of the endpoint besides, made if need be; nobody else changes it before the transaction ends. */
export async function holdState(session: Session, endpoint: string): Promise<StateRow> {
  const id = { environmentId: session.environmentId, endpoint };
  await session.tx.insert(webhookStates).values(id).onConflictDoNothing();
  const [row] = await session.tx.select().from(webhookStates).where(isState(session, endpoint)).for('update');
  if (row === undefined) throw new Error(`the state of endpoint ${endpoint} is gone`);
  return row;
}

export async function updateState(
  session: Session,
  endpoint: string,
  values: Partial<Omit<StateRow, 'environmentId' | 'endpoint'>>,
): Promise<void> {
  await session.tx.update(webhookStates).set(values).where(isState(session, endpoint));
}

/** Those to be called next, earliest first, with as many besides as others may be calling at this moment. */
export async function selectNext(session: Session, endpoint: string, most: number): Promise<readonly Candidate[]> {
  return session.tx
    .select({ id: webhookDeliveries.id, dueAt: webhookDeliveries.dueAt, takenUntil: webhookDeliveries.takenUntil })
    .from(webhookDeliveries)
    .where(isPending(session, endpoint))
    .orderBy(asc(webhookDeliveries.dueAt), asc(webhookDeliveries.eventTransaction), asc(webhookDeliveries.eventId))
    .limit(most);
}

/** The oldest of each tenant: while it is pending, no later one of theirs may be called. */
export async function selectHeads(session: Session, endpoint: string): Promise<readonly Candidate[]> {
  const pending = sql`environment_id = ${session.environmentId} AND endpoint = ${endpoint} AND state = 'pending'`;
  // Steps from tenant to tenant in the index: how much is pending of each does not matter.
  const { rows } = await session.tx.execute<{ id: string; due: Date | null; taken: Date | null }>(sql`
    WITH RECURSIVE of_tenants AS (
      (SELECT tenant_id FROM webhook_deliveries WHERE ${pending} ORDER BY tenant_id LIMIT 1)
      UNION ALL
      SELECT (SELECT tenant_id FROM webhook_deliveries WHERE ${pending} AND tenant_id > of_tenants.tenant_id
        ORDER BY tenant_id LIMIT 1)
      FROM of_tenants WHERE of_tenants.tenant_id IS NOT NULL
    )
    SELECT head.id, head.due_at AS due, head.taken_until AS taken FROM of_tenants, LATERAL (
      SELECT id, due_at, taken_until FROM webhook_deliveries WHERE ${pending} AND tenant_id = of_tenants.tenant_id
      ORDER BY event_transaction, event_id LIMIT 1) head
    ORDER BY head.due_at`);
  return rows.map(({ due, id, taken }) => ({ id, dueAt: asDate(due), takenUntil: asDate(taken) }));
}

/** Statements that drizzle did not build give instants as the driver reads them. */
function asDate(value: Date | string | null): Date | null {
  return value === null ? null : new Date(value);
}

export type TakenRow = Awaited<ReturnType<typeof takeDeliveries>>[number];

/** Nobody else calls them until then. */
export async function takeDeliveries(session: Session, ids: readonly string[], until: Date) {
  return session.tx
    .update(webhookDeliveries)
    .set({ takenUntil: until })
    .where(and(eq(webhookDeliveries.environmentId, session.environmentId), inArray(webhookDeliveries.id, [...ids])))
    .returning({
      id: webhookDeliveries.id,
      eventId: webhookDeliveries.eventId,
      tries: webhookDeliveries.tries,
      beganAt: webhookDeliveries.beganAt,
    });
}

/** The same for longer, of those that are still being called. */
export async function prolongTaken(session: Session, ids: readonly string[], until: Date): Promise<void> {
  await session.tx
    .update(webhookDeliveries)
    .set({ takenUntil: until })
    .where(
      and(
        eq(webhookDeliveries.environmentId, session.environmentId),
        inArray(webhookDeliveries.id, [...ids]),
        eq(webhookDeliveries.state, 'pending'),
        isNotNull(webhookDeliveries.takenUntil),
      ),
    );
}

/** The events of these ids that are still kept. */
export async function selectEventsOf(session: Session, ids: readonly string[]) {
  return session.tx
    .select(eventColumns)
    .from(domainEvents)
    .where(and(eq(domainEvents.environmentId, session.environmentId), inArray(domainEvents.id, [...ids])));
}

/** Writes down what came of a call; false when somebody else has settled the delivery meanwhile. */
export async function recordAttempt(
  session: Session,
  id: string,
  attempt: Attempt,
  { dueAt, state }: Outcome,
  finishedAt: Date,
): Promise<boolean> {
  const { rowCount } = await session.tx
    .update(webhookDeliveries)
    .set({
      state,
      dueAt,
      takenUntil: null,
      // By the same watch as what is known of the endpoint: the moment it was taken lies before any call.
      beganAt: sql`coalesce(${webhookDeliveries.beganAt}, ${attempt.at}::timestamptz)`,
      tries: sql`${webhookDeliveries.tries} + 1`,
      attempts: sql`${webhookDeliveries.attempts} || ${JSON.stringify([attempt])}::jsonb`,
      finishedAt: state === 'pending' ? null : finishedAt,
    })
    .where(
      and(
        eq(webhookDeliveries.environmentId, session.environmentId),
        eq(webhookDeliveries.id, id),
        eq(webhookDeliveries.state, 'pending'),
      ),
    );
  return rowCount === 1;
}

/** What waited for its next call waits no longer. */
export async function hastenPending(session: Session, endpoint: string, now: Date): Promise<void> {
  await session.tx
    .update(webhookDeliveries)
    .set({ dueAt: now })
    .where(and(isPending(session, endpoint), gt(webhookDeliveries.dueAt, now)));
}

/** Nothing pending of an endpoint that is gone will ever be called. */
export async function failPending(session: Session, endpoint: string, now: Date): Promise<void> {
  await session.tx
    .update(webhookDeliveries)
    .set({ state: 'failed', dueAt: null, takenUntil: null, finishedAt: now })
    .where(isPending(session, endpoint));
}

function isPending(session: Session, endpoint: string) {
  return and(
    eq(webhookDeliveries.environmentId, session.environmentId),
    eq(webhookDeliveries.endpoint, endpoint),
    eq(webhookDeliveries.state, 'pending'),
  );
}

function isState(session: Session, endpoint: string) {
  return and(eq(webhookStates.environmentId, session.environmentId), eq(webhookStates.endpoint, endpoint));
}
