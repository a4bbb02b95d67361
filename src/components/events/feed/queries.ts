import { and, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { beyond, inOrder } from '../../../db/follow/beyond.ts';
import type { Place } from '../../../db/follow/place.ts';
import { domainEvents } from '../../../db/tables/index.ts';
import type { EventRow } from './event-shape.ts';

export interface PlacedEvent extends EventRow {
  readonly transaction: string;
}

export const eventColumns = {
  id: domainEvents.id,
  transaction: domainEvents.transaction,
  type: domainEvents.type,
  tenantId: domainEvents.tenantId,
  subject: domainEvents.subject,
  payload: domainEvents.payload,
  createdAt: domainEvents.createdAt,
};

export interface Asked {
  /** Patterns with `*`. Null: all types. */
  readonly types: readonly string[] | null;
  readonly tenantId: string | null;
  readonly since: Date | null;
}

/** The place so many events beyond another, or null when there are not so many that nothing can come before any more. */
export async function placeAfter(
  session: Session,
  place: Place,
  events: number,
  tenantId: string | null,
): Promise<Place | null> {
  const [row] = await session.tx
    .select({ transaction: domainEvents.transaction, id: domainEvents.id })
    .from(domainEvents)
    .where(and(here(session), beyond(domainEvents, place), ofTenant(tenantId)))
    .orderBy(inOrder(domainEvents))
    .offset(events - 1)
    .limit(1);
  return row ?? null;
}

/** The place of the last event beyond another, or null where there is none; costs as much as there are between. */
export async function lastPlaceBeyond(session: Session, place: Place, tenantId: string | null): Promise<Place | null> {
  const [row] = await session.tx
    .select({ transaction: domainEvents.transaction, id: domainEvents.id })
    .from(domainEvents)
    .where(and(here(session), beyond(domainEvents, place), ofTenant(tenantId)))
    .orderBy(desc(domainEvents.transaction), desc(domainEvents.id))
    .limit(1);
  return row ?? null;
}

/** In order, of those that nothing can come before any more. */
export async function selectEvents(
  session: Session,
  bounds: { readonly after: Place; readonly upTo: Place | null; readonly limit: number },
  asked: Asked,
): Promise<readonly PlacedEvent[]> {
  const { after, limit, upTo } = bounds;
  return session.tx
    .select(eventColumns)
    .from(domainEvents)
    .where(
      and(
        here(session),
        beyond(domainEvents, after),
        upTo === null
          ? undefined
          : sql`(${domainEvents.transaction}, ${domainEvents.id}) <= (${upTo.transaction}::xid8, ${upTo.id})`,
        ofTenant(asked.tenantId),
        asked.since === null ? undefined : gte(domainEvents.createdAt, asked.since),
        asked.types === null ? undefined : ofTypes(asked.types),
      ),
    )
    .orderBy(inOrder(domainEvents))
    .limit(limit);
}

export async function selectEvent(session: Session, id: string): Promise<PlacedEvent | undefined> {
  const [row] = await session.tx
    .select(eventColumns)
    .from(domainEvents)
    .where(and(here(session), eq(domainEvents.id, id)));
  return row;
}

/**
 * The lowest transaction that can have written an event since then; null when there is none. Transactions take their
 * number after the time that they write down, and end within a few minutes: those of the first minutes tell of all.
 */
export async function firstTransactionSince(session: Session, since: Date): Promise<string | null> {
  const [first] = await session.tx
    .select({ at: domainEvents.createdAt })
    .from(domainEvents)
    .where(and(here(session), gte(domainEvents.createdAt, since)))
    .orderBy(domainEvents.createdAt)
    .limit(1);
  if (first === undefined) return null;
  const until = new Date(first.at.getTime() + longestTransaction);
  const [row] = await session.tx
    .select({ transaction: sql<string>`min(${domainEvents.transaction}::text::numeric)::text` })
    .from(domainEvents)
    .where(and(here(session), gte(domainEvents.createdAt, since), lte(domainEvents.createdAt, until)));
  return row?.transaction ?? null;
}

/** Milliseconds. */
const longestTransaction = 300_000;

/** The last of the environment; what is still being written may come before it. */
export async function selectLatestPlace(session: Session): Promise<Place | null> {
  const [row] = await session.tx
    .select({ transaction: domainEvents.transaction, id: domainEvents.id })
    .from(domainEvents)
    .where(and(here(session), sql`${domainEvents.transaction} < dream_horizon()`))
    .orderBy(desc(domainEvents.transaction), desc(domainEvents.id))
    .limit(1);
  return row ?? null;
}

function here(session: Session): SQL {
  return eq(domainEvents.environmentId, session.environmentId);
}

/** Said by the query itself too: by row-level security alone, no index finds it. */
function ofTenant(tenantId: string | null): SQL | undefined {
  return tenantId === null ? undefined : eq(domainEvents.tenantId, tenantId);
}

/** Types that any of the patterns means, as `matchesAny` tells it. */
export function ofTypes(patterns: readonly string[]): SQL {
  const likes = patterns.map((pattern) => pattern.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%'));
  return sql`${domainEvents.type} LIKE ANY(${sql.param(likes)}::text[])`;
}
