import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { inOrder } from '../../../../db/follow/beyond.ts';
import { beginning, type Place } from '../../../../db/follow/place.ts';
import { auditEntries, auditSeals } from '../../tables.ts';
import type { StoredEntry } from '../evaluate.ts';

/** By when entries were written. */
export interface Span {
  readonly since: Date;
  /** The first moment that does not belong to it. */
  readonly until: Date;
}

export interface Beginning {
  readonly place: Place;
  /** When the first of them was written; null: all of the span's are among them. */
  readonly recordedAt: Date | null;
}

function within(session: Session, { since, until }: Span) {
  return and(
    eq(auditEntries.environmentId, session.environmentId),
    gte(auditEntries.recordedAt, since),
    lt(auditEntries.recordedAt, until),
  );
}

/** Behind which place the newest `most` entries of the span are. */
export async function selectBeginning(session: Session, span: Span, most: number): Promise<Beginning> {
  const [row] = await session.tx
    .select({ transaction: auditEntries.transaction, id: auditEntries.id, recordedAt: auditEntries.recordedAt })
    .from(auditEntries)
    .where(within(session, span))
    .orderBy(desc(auditEntries.transaction), desc(auditEntries.id))
    .offset(most)
    .limit(1);
  if (row === undefined) return { place: beginning, recordedAt: null };
  return { place: { transaction: row.transaction, id: row.id }, recordedAt: row.recordedAt };
}

/** Sealed entries behind a place, in the order in which they were sealed. */
export async function selectSealed(
  session: Session,
  span: Span,
  place: Place,
  limit: number,
): Promise<readonly (StoredEntry & Place)[]> {
  return session.tx
    .select({
      transaction: auditEntries.transaction,
      id: auditEntries.id,
      tenantId: auditEntries.tenantId,
      action: auditEntries.action,
      body: auditEntries.body,
      sequence: sql<number>`${auditSeals.sequence}::float8`,
    })
    .from(auditEntries)
    .innerJoin(
      auditSeals,
      and(eq(auditSeals.entryId, auditEntries.id), eq(auditSeals.recordedAt, auditEntries.recordedAt)),
    )
    .where(
      and(
        within(session, span),
        sql`(${auditEntries.transaction}, ${auditEntries.id}) > (${place.transaction}::xid8, ${place.id})`,
      ),
    )
    .orderBy(inOrder(auditEntries))
    .limit(limit);
}
