import { and, asc, count, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { PageBounds } from '../../../../server/page.ts';
import { tenants } from '../../tables.ts';

export type TenantRow = Omit<typeof tenants.$inferSelect, 'environmentId'>;

const columns = {
  id: tenants.id,
  name: tenants.name,
  currency: tenants.currency,
  region: tenants.region,
  dataResidency: tenants.dataResidency,
  attributes: tenants.attributes,
  createdAt: tenants.createdAt,
  updatedAt: tenants.updatedAt,
};

/** Each is served by an index: the primary key, or the one by time of creation. */
export interface TenantFilter {
  /** From this instant on. */
  readonly createdFrom?: Date;
  /** Before this instant. */
  readonly createdBefore?: Date;
  readonly ids?: readonly string[];
}

/** Newest first. */
export async function selectTenants(
  session: Session,
  filter: TenantFilter,
  bounds: PageBounds,
): Promise<readonly TenantRow[]> {
  return session.tx
    .select(columns)
    .from(tenants)
    .where(fitting(session, filter))
    .orderBy(desc(tenants.createdAt), desc(tenants.id))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function countTenants(session: Session, filter: TenantFilter): Promise<number> {
  const [row] = await session.tx.select({ total: count() }).from(tenants).where(fitting(session, filter));
  return row?.total ?? 0;
}

export async function selectTenant(session: Session, id: string): Promise<TenantRow | undefined> {
  const [row] = await session.tx.select(columns).from(tenants).where(isTenant(session, id));
  return row;
}

/** True when it exists; it then does until the transaction ends, though its fields may change. */
export async function holdTenant(session: Session, id: string): Promise<boolean> {
  const rows = await session.tx.select({ id: tenants.id }).from(tenants).where(isTenant(session, id)).for('key share');
  return rows.length > 0;
}

export async function selectTenantForUpdate(session: Session, id: string): Promise<TenantRow | undefined> {
  const [row] = await session.tx.select(columns).from(tenants).where(isTenant(session, id)).for('no key update');
  return row;
}

/** Undefined when there is one of that id already. */
export async function insertTenant(session: Session, row: TenantRow): Promise<TenantRow | undefined> {
  const [inserted] = await session.tx
    .insert(tenants)
    .values({ environmentId: session.environmentId, ...row })
    .onConflictDoNothing()
    .returning(columns);
  return inserted;
}

export async function updateTenant(
  session: Session,
  id: string,
  values: { readonly name: string; readonly attributes: JsonObject; readonly updatedAt: Date },
): Promise<void> {
  await session.tx.update(tenants).set(values).where(isTenant(session, id));
}

/** With everything below it. False when there was none. */
export async function deleteTenant(session: Session, id: string): Promise<TenantRow | undefined> {
  const [row] = await session.tx.delete(tenants).where(isTenant(session, id)).returning(columns);
  return row;
}

export async function selectTenantNames(
  session: Session,
  ids: readonly string[],
): Promise<readonly Pick<TenantRow, 'id' | 'name' | 'currency'>[]> {
  if (ids.length === 0) return [];
  return session.tx
    .select({ id: tenants.id, name: tenants.name, currency: tenants.currency })
    .from(tenants)
    .where(fitting(session, { ids }))
    .orderBy(asc(tenants.id));
}

function fitting(session: Session, { createdFrom, createdBefore, ids }: TenantFilter): SQL | undefined {
  return and(
    eq(tenants.environmentId, session.environmentId),
    ...(createdFrom === undefined ? [] : [gte(tenants.createdAt, createdFrom)]),
    ...(createdBefore === undefined ? [] : [lt(tenants.createdAt, createdBefore)]),
    // One parameter however many ids there are: ten thousand parameters would take longer to send than to look up.
    ...(ids === undefined ? [] : [sql`${tenants.id} = ANY(${sql.param([...ids])}::text[])`]),
  );
}

function isTenant(session: Session, id: string): SQL | undefined {
  return and(eq(tenants.environmentId, session.environmentId), eq(tenants.id, id));
}
