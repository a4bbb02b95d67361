import { and, asc, count, desc, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { domainEvents, resources } from '../../../../db/tables/index.ts';
import type { pageBounds } from '../../../../server/page.ts';
import { ofTypes } from '../../feed/queries.ts';
import { webhookDeliveries, webhookStates } from '../../tables.ts';

const endpointColumns = {
  key: resources.key,
  body: resources.body,
  disabledAt: webhookStates.disabledAt,
  disabledBecause: webhookStates.disabledBecause,
  failingSince: webhookStates.failingSince,
  secret: webhookStates.secret,
  // So many are shown as they are; nobody needs to know how many more. Keys compare by bytes in the table of resources:
  // as they stand there, no index of another table finds them.
  pending: sql<number>`(SELECT count(*) FROM (SELECT FROM ${webhookDeliveries}
    WHERE ${webhookDeliveries.environmentId} = ${resources.environmentId} AND ${webhookDeliveries.endpoint} = ${resources.key} COLLATE "default"
      AND ${webhookDeliveries.state} = 'pending' LIMIT 1000) waiting)::int`,
};

export type EndpointRow = Awaited<ReturnType<typeof selectEndpointStatuses>>[number];

/** By key. */
export async function selectEndpointStatuses(session: Session, bounds: ReturnType<typeof pageBounds>) {
  return endpointsOf(session)
    .where(isEndpoint(session))
    .orderBy(asc(resources.key))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function selectEndpointStatus(session: Session, key: string): Promise<EndpointRow | undefined> {
  const [row] = await endpointsOf(session).where(and(isEndpoint(session), eq(resources.key, key)));
  return row;
}

export async function countEndpoints(session: Session): Promise<number> {
  const [row] = await session.tx.select({ total: count() }).from(resources).where(isEndpoint(session));
  return row?.total ?? 0;
}

function endpointsOf({ tx }: Session) {
  return tx
    .select(endpointColumns)
    .from(resources)
    .leftJoin(
      webhookStates,
      and(eq(webhookStates.environmentId, resources.environmentId), eq(webhookStates.endpoint, resources.key)),
    );
}

function isEndpoint(session: Session) {
  return and(eq(resources.environmentId, session.environmentId), eq(resources.kind, 'WebhookEndpoint'));
}

export type DeliveryRow = typeof webhookDeliveries.$inferSelect;

export interface DeliveryFilter {
  readonly endpoint: string;
  readonly state?: DeliveryRow['state'];
  readonly before?: string;
}

/** Newest first. */
export async function selectDeliveries(
  session: Session,
  { before, endpoint, state }: DeliveryFilter,
  limit: number,
): Promise<readonly DeliveryRow[]> {
  return session.tx
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.environmentId, session.environmentId),
        eq(webhookDeliveries.endpoint, endpoint),
        state === undefined ? undefined : eq(webhookDeliveries.state, state),
        before === undefined ? undefined : lt(webhookDeliveries.id, before),
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit);
}

export async function selectDelivery(session: Session, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await session.tx.select().from(webhookDeliveries).where(isDelivery(session, id));
  return row;
}

/** As if it had never been called; what came of earlier calls stays written down. */
const afresh = { state: 'pending', tries: 0, beganAt: null, takenUntil: null, finishedAt: null } as const;

export async function replayOne(session: Session, id: string, now: Date): Promise<DeliveryRow | undefined> {
  const [row] = await session.tx
    .update(webhookDeliveries)
    .set({ ...afresh, dueAt: now })
    .where(isDelivery(session, id))
    .returning();
  return row;
}

/** Which events are meant of those that happened from one instant to before another. */
export interface Meant {
  readonly from: Date;
  readonly until: Date;
  readonly patterns: readonly string[];
  /** Null: of all tenants, and of none. */
  readonly tenants: readonly string[] | null;
}

/** In the order of writing, those behind a place among them. */
export async function selectMeant(
  { environmentId, tx }: Session,
  { from, patterns, tenants, until }: Meant,
  { behind, limit }: { readonly behind: { readonly at: string; readonly id: string } | null; readonly limit: number },
) {
  return tx
    .select({
      id: domainEvents.id,
      transaction: domainEvents.transaction,
      tenantId: domainEvents.tenantId,
      type: domainEvents.type,
      at: sql<string>`${domainEvents.createdAt}::text`,
    })
    .from(domainEvents)
    .where(
      and(
        eq(domainEvents.environmentId, environmentId),
        gte(domainEvents.createdAt, from),
        lt(domainEvents.createdAt, until),
        ofTypes(patterns),
        tenants === null ? undefined : inArray(domainEvents.tenantId, [...tenants]),
        // The database is more exact than a Date.
        behind === null
          ? undefined
          : sql`(${domainEvents.createdAt}, ${domainEvents.id}) > (${behind.at}::timestamptz, ${behind.id})`,
      ),
    )
    .orderBy(asc(domainEvents.createdAt), asc(domainEvents.id))
    .limit(limit);
}

/** Which of these events came through to an endpoint. */
export async function selectCameThrough(
  { environmentId, tx }: Session,
  endpoint: string,
  eventIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ eventId: webhookDeliveries.eventId })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.environmentId, environmentId),
        eq(webhookDeliveries.endpoint, endpoint),
        eq(webhookDeliveries.eventId, sql`ANY(${sql.param([...eventIds])}::text[])`),
        eq(webhookDeliveries.state, 'delivered'),
      ),
    );
  return new Set(rows.map(({ eventId }) => eventId));
}

export type DeliveryToReplay = Pick<
  typeof webhookDeliveries.$inferInsert,
  'id' | 'endpoint' | 'tenantId' | 'eventId' | 'eventType' | 'eventTransaction'
>;

const rowsPerStatement = 2_000;

/** Adds what was never to be delivered, and lets the rest be delivered again; without what came through, where asked. */
export async function replayMany(
  session: Session,
  deliveries: readonly DeliveryToReplay[],
  { now, undeliveredOnly }: { readonly now: Date; readonly undeliveredOnly: boolean },
): Promise<number> {
  let replayed = 0;
  for (let start = 0; start < deliveries.length; start += rowsPerStatement) {
    const { rowCount } = await session.tx
      .insert(webhookDeliveries)
      .values(
        deliveries.slice(start, start + rowsPerStatement).map((delivery) => ({
          ...delivery,
          environmentId: session.environmentId,
          state: 'pending' as const,
          dueAt: now,
          createdAt: now,
        })),
      )
      .onConflictDoUpdate({
        target: [webhookDeliveries.environmentId, webhookDeliveries.endpoint, webhookDeliveries.eventId],
        set: { ...afresh, dueAt: now },
        ...(undeliveredOnly ? { setWhere: ne(webhookDeliveries.state, 'delivered') } : {}),
      });
    replayed += rowCount ?? 0;
  }
  return replayed;
}

function isDelivery(session: Session, id: string) {
  return and(eq(webhookDeliveries.environmentId, session.environmentId), eq(webhookDeliveries.id, id));
}
