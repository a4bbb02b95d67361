import { and, type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { inOrder } from '../../../../db/follow/beyond.ts';
import type { Place } from '../../../../db/follow/place.ts';
import { auditEntries } from '../../tables.ts';
import type { EntryFilter } from '../filter/entry-filter.ts';
import { concerns, conditionsOf } from '../filter/queries.ts';
import { type FoundEntry, readInOrder, withPlaces } from '../queries.ts';

export type FedEntry = FoundEntry & Place;

/** The first transaction that nothing can be told of yet: it is under way, or was not begun. */
export async function selectHorizon({ tx }: Session): Promise<bigint> {
  const { rows } = await tx.execute<{ horizon: string }>(sql`SELECT dream_horizon()::text AS horizon`);
  const [row] = rows;
  if (row === undefined) throw new Error('the database does not say what is under way');
  return BigInt(row.horizon);
}

/** In the order of their transactions, those beyond a place, of transactions before `end`, which is not beyond the horizon. */
export async function selectFed(
  session: Session,
  filter: EntryFilter,
  { after, end, limit }: { readonly after: Place; readonly end: bigint; readonly limit: number },
): Promise<readonly FedEntry[]> {
  await readInOrder(session);
  const { resource } = filter;
  const about = resource === undefined ? undefined : concerns(resource);
  const span = sql`(${auditEntries.transaction}, ${auditEntries.id}) > (${after.transaction}::xid8, ${after.id})
    AND ${auditEntries.transaction} < ${String(end)}::xid8`;
  const page: SQL = sql`SELECT ${auditEntries.id} AS id, ${auditEntries.recordedAt} AS recorded_at,
      ${auditEntries.body} AS body, ${auditEntries.transaction} AS transaction
    FROM ${auditEntries} WHERE ${and(conditionsOf(session, filter), about, span)}
    ORDER BY ${inOrder(auditEntries)} LIMIT ${limit}`;
  const order = { columns: sql`, page.transaction::text AS transaction`, by: sql`page.transaction, page.id` };
  const { rows } = await session.tx.execute<Record<string, unknown> & FedEntry>(withPlaces(page, order));
  return rows;
}
